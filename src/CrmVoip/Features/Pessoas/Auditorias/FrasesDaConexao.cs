using CrmVoip.Domain.Atividades;
using static CrmVoip.Features.Pessoas.Auditorias.FraseDoFato;

namespace CrmVoip.Features.Pessoas.Auditorias;

internal static class FrasesDaConexao
{
    public static readonly IReadOnlyList<FraseDoFato> Todas =
    [
        FraseDoFato.De<ConexaoSalva>(Assunto.Conexao, (a, _) => "Salvou a conexão com a API4COM" + Com(" em ", a.BaseUrl) + (a.TokenTrocado ? ", com um token novo" : "")),
        FraseDoFato.De<ConexaoDesfeita>(Assunto.Conexao, (_, _) => "Desconectou a API4COM"),
        FraseDoFato.De<ConexaoRecusada>(Assunto.Conexao, (a, _) => "A API4COM recusou a conexão" + Com(": ", a.Motivo?.Replace('_', ' '))),
        FraseDoFato.De<ConexaoRestabelecida>(Assunto.Conexao, (_, _) => "A API4COM voltou a aceitar a conexão"),
    ];
}
