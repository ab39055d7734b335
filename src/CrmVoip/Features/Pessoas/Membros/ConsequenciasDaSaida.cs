using CrmVoip.Web;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>What deactivating somebody means, said before it is done.</summary>
public static class ConsequenciasDaSaida
{
    public static string Texto(SaidaDoMembro saida, bool emLigacao) => string.Join(' ', Frases(saida, emLigacao));

    private static IEnumerable<string> Frases(SaidaDoMembro saida, bool emLigacao)
    {
        yield return "O acesso termina no próximo clique da pessoa.";
        if (saida.Ramal is { } ramal)
        {
            yield return $"O ramal {ramal} fica livre.";
        }

        yield return Abertas(saida) is { } abertas
            ? $"{abertas} com ela. O que já foi encerrado e as ligações continuam com o nome da pessoa."
            : "Oportunidades e ligações continuam aqui, com o nome da pessoa.";
        if (emLigacao)
        {
            yield return "Há uma ligação em andamento: a conversa segue até alguém desligar, mas as notas não serão salvas.";
        }
    }

    /// <summary>"Há 34 oportunidades e 12 tarefas abertas".</summary>
    private static string? Abertas(SaidaDoMembro saida)
    {
        string[] quantas =
        [
            .. Quantas(saida.OportunidadesAbertas, "oportunidade", "oportunidades"),
            .. Quantas(saida.TarefasAbertas, "tarefa", "tarefas"),
        ];
        var aberta = saida.OportunidadesAbertas + saida.TarefasAbertas == 1 ? "aberta" : "abertas";
        return quantas.Length == 0 ? null : $"Há {string.Join(" e ", quantas)} {aberta}";
    }

    private static IEnumerable<string> Quantas(int quantas, string uma, string varias) => quantas switch
    {
        0 => [],
        1 => [$"uma {uma}"],
        _ => [$"{Formato.Inteiro(quantas)} {varias}"],
    };
}
