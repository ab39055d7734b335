using CrmVoip.Domain.Atividades;
using CrmVoip.Web;

namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>Every recorded action in a sentence whose subject is the person of the line.</summary>
public static class Frases
{
    private static readonly Dictionary<string, FraseDoFato> _todas = new[]
    {
        FrasesDasOportunidades.Todas, FrasesDosContatos.Todas, FrasesDasTarefas.Todas, FrasesDasLigacoes.Todas, FrasesDosRamais.Todas, FrasesDaConexao.Todas, FrasesDosMembros.Todas, FrasesDoFunil.Todas,
    }.SelectMany(f => f).ToDictionary(f => f.Acao);

    /// <summary>Nome tells who the member is that something was done to: the one the data name, else the row itself.</summary>
    public static (Assunto Assunto, string Texto) De(string acao, string dados, Guid? linha, Func<Guid, string?> nome)
    {
        if (FrasesDaConta.Todas.TryGetValue(acao, out var daConta))
        {
            return (Assunto.Conta, daConta);
        }

        if (Atividades.Ler(acao, dados) is not { } atividade || !_todas.TryGetValue(acao, out var frase))
        {
            return (Assunto.Outro, acao);
        }

        var alvo = ((atividade as MudancaDoRamal)?.UsuarioId ?? linha) is { } id ? nome(id) : null;
        return (frase.Assunto, frase.Texto(atividade, alvo));
    }

    public static IReadOnlyList<string> AcoesDe(string assunto) => assunto == Assunto.Conta.Chave
        ? [.. FrasesDaConta.Todas.Keys]
        : [.. _todas.Values.Where(f => f.Assunto.Chave == assunto).Select(f => f.Acao)];
}
