using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>One figure, the rule it is counted by, and where its calls are. Atual: the list shows them now.</summary>
public sealed record NumeroDaTela(string Chave, string Nome, string Valor, string? Apoio, string Regra, FiltroDeLigacoes Filtro, bool Atual)
{
    public static IReadOnlyList<NumeroDaTela> De(TelaDosNumeros tela)
    {
        var (numeros, filtro) = (tela.Numeros!, tela.Filtro);
        var atendida = EnumEmTexto.Texto(StatusDaLigacao.Atendida);
        NumeroDaTela Um(string chave, string nome, string valor, string regra, string? status = null, string? resultado = null, string? apoio = null) => new(
            chave, nome, valor, apoio, regra, filtro.SemEstado() with { Status = status, Resultado = resultado }, filtro.Status == status && filtro.Resultado == resultado);
        return
        [
            Um("ligacoes", "Ligações", Formato.Inteiro(numeros.Ligacoes), "Todas as do período, feitas e recebidas: pelo CRM, fora dele e registradas à mão."),
            Um("atendidas", "Atendidas", Formato.Inteiro(numeros.Atendidas), "As que alguém atendeu, feitas e recebidas.", atendida, apoio: numeros.PorCento is { } parte ? $"{parte}%" : null),
            .. Relevantes(tela.Escolhas) is { } regra ? [Um("relevantes", "Relevantes", Formato.Inteiro(numeros.ComRelevancia), regra, resultado: FiltroDeLigacoes.Relevante)] : Array.Empty<NumeroDaTela>(),
            Um("conversa", "Tempo falado", Formato.Duracao((int)numeros.Conversa), "Soma do tempo de conversa das atendidas.", atendida),
            Um("media", "Média", numeros.Media is { } media ? Formato.Duracao(media) : "—", "Tempo falado dividido pelas atendidas.", atendida),
            Um("sem-resultado", "Sem resultado", Formato.Inteiro(numeros.SemResultado), "As já encerradas em que ninguém escolheu o resultado.", resultado: FiltroDeLigacoes.Sem),
            Um("nao-retornadas", "Não retornadas", Formato.Inteiro(tela.NaoRetornadas), "Recebidas que ninguém atendeu, sem outra ligação feita para o número, ou atendida dele, depois.", FiltroDeLigacoes.NaoRetornada),
        ];
    }

    /// <summary>The rule, by the names of the outcomes that count; null where none does.</summary>
    private static string? Relevantes(EscolhasDoFiltro escolhas) => escolhas.Resultados.Where(r => r.Relevante).Select(r => $"“{r.Nome}”").ToList() switch
    {
        [] => null,
        [var um] => $"As que têm o resultado {um}.",
        [.. var outros, var ultimo] => $"As que têm o resultado {string.Join(", ", outros)} ou {ultimo}.",
    };
}
