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

        yield return saida.OportunidadesAbertas switch
        {
            0 => "Oportunidades e ligações continuam aqui, com o nome da pessoa.",
            1 => "Há uma oportunidade aberta com ela. As encerradas e as ligações continuam com o nome da pessoa.",
            var n => $"Há {n:N0} oportunidades abertas com ela. As encerradas e as ligações continuam com o nome da pessoa.",
        };
        if (emLigacao)
        {
            yield return "Há uma ligação em andamento: a conversa segue até alguém desligar, mas as notas não serão salvas.";
        }
    }
}
