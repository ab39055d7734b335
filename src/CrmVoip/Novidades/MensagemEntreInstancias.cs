namespace CrmVoip.Novidades;

/// <summary>One hint as PostgreSQL carries it: "instance organization kind [tab]". Ids alone: every database role may listen.</summary>
public static class MensagemEntreInstancias
{
    public static string De(Guid instancia, Novidade novidade) =>
        $"{instancia:N} {novidade.OrganizacaoId:N} {novidade.Tipo}{(novidade.Aba is { } aba ? $" {aba}" : "")}";

    /// <returns>Null when it is none, or of a later version that knows kinds which this one does not.</returns>
    public static (Guid Instancia, Novidade Novidade)? Ler(string texto) =>
        texto.Split(' ') is [var quem, var organizacao, var tipo, .. var resto] && resto.Length < 2
        && Guid.TryParseExact(quem, "N", out var instancia)
        && Guid.TryParseExact(organizacao, "N", out var organizacaoId)
        && Enum.TryParse<TipoDeNovidade>(tipo, out var conhecido) && Enum.IsDefined(conhecido)
            ? (instancia, new Novidade(organizacaoId, conhecido, resto.FirstOrDefault()))
            : null;
}
