using System.Globalization;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;
using static CrmVoip.Features.Pessoas.Auditorias.FraseDoFato;

namespace CrmVoip.Features.Pessoas.Auditorias;

internal static class FrasesDasLigacoes
{
    public static readonly IReadOnlyList<FraseDoFato> Todas =
    [
        FraseDoFato.De<LigacaoIniciada>(Assunto.Ligacoes, (a, _) => Com("Ligou para ", Formato.TelefoneSeHouver(a.Numero), "", "Iniciou uma ligação") + Com(", do ramal ", a.Ramal)),
        FraseDoFato.De<LigacaoEncerrada>(Assunto.Ligacoes, (a, _) => "Ligação encerrada" + Fim(a)),
        FraseDoFato.De<LigacaoReclassificada>(Assunto.Ligacoes, (a, _) => "Ligação conferida com a API4COM" + Fim(a) + Com(" (antes: ", Status(a.Antes), ")")),
        FraseDoFato.De<LigacaoRetomada>(Assunto.Ligacoes, (_, _) => "Ligação retomada: o navegador voltou a responder"),
        FraseDoFato.De<LigacaoDeFora>(Assunto.Ligacoes, (a, _) =>
            (a.Direcao == DirecaoDaLigacao.Entrada
                ? "Ligação recebida fora do CRM" + Com(", de ", Formato.TelefoneSeHouver(a.Numero))
                : "Ligação feita fora do CRM" + Com(", para ", Formato.TelefoneSeHouver(a.Numero)))
            + Fim(a)),
        FraseDoFato.De<LigacaoAMao>(Assunto.Ligacoes, (a, _) =>
            (a.Direcao == DirecaoDaLigacao.Entrada
                ? "Registrou à mão uma ligação recebida" + Com(" de ", Formato.TelefoneSeHouver(a.Numero))
                : "Registrou à mão uma ligação feita" + Com(" para ", Formato.TelefoneSeHouver(a.Numero)))
            + Fim(a)),
        FraseDoFato.De<LigacaoTrazida>(Assunto.Ligacoes, (_, _) => "Trouxe para a oportunidade uma ligação feita fora do CRM"),
        FraseDoFato.De<LigacaoVinculada>(Assunto.Ligacoes, (_, _) => "Escolheu o registro da API4COM que é de uma ligação"),
        FraseDoFato.De<LigacaoCorrigida>(Assunto.Ligacoes, (a, _) => "Corrigiu de uma ligação " + a.EmPalavras()),
        FraseDoFato.De<LigacoesApagadas>(Assunto.Ligacoes, (a, _) =>
            "Apagadas, pelo prazo de guarda, as ligações antigas" + Com(": ", a.Quantas?.ToString(CultureInfo.CurrentCulture)) + Com(", anteriores a ", a.Ate?.ToString("dd/MM/yyyy", CultureInfo.CurrentCulture))),
        FraseDoFato.De<ResultadoIncluido>(Assunto.Ligacoes, (a, _) => "Incluiu o resultado de ligação" + Com(" ", a.Nome)),
        FraseDoFato.De<ResultadoAlterado>(Assunto.Ligacoes, (a, _) => "Mudou o resultado de ligação" + Com(" ", a.De) + Com(" para ", a.De == a.Nome ? null : a.Nome) + Com(": ", ResultadosEmPalavras.OQueFaz(new EfeitosDoResultado(a.Relevante, a.Efeito, a.PedeTarefa)))),
        FraseDoFato.De<ResultadoReordenado>(Assunto.Ligacoes, (a, _) => "Mudou a ordem do resultado de ligação" + Com(" ", a.Nome)),
        FraseDoFato.De<ResultadoArquivado>(Assunto.Ligacoes, (a, _) => "Arquivou o resultado de ligação" + Com(" ", a.Nome)),
        FraseDoFato.De<ResultadoRestaurado>(Assunto.Ligacoes, (a, _) => "Restaurou o resultado de ligação" + Com(" ", a.Nome)),
        FraseDoFato.De<GravacaoOuvida>(Assunto.Gravacoes, (_, _) => "Ouviu a gravação de uma ligação"),
    ];

    /// <summary>": não atendida, 00:37".</summary>
    private static string Fim(DesfechoDaLigacao desfecho) =>
        Com(": ", Status(desfecho.Status)) + Com(", ", desfecho.Duracao is > 0 and var segundos ? Formato.Duracao(segundos) : null);

    private static string? Status(StatusDaLigacao? status) => status is { } s ? Formato.Status(s).ToLower(CultureInfo.CurrentCulture) : null;
}
