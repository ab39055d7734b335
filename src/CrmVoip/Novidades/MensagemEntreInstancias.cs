namespace CrmVoip.Novidades;

/// <summary>
/// One hint as PostgreSQL carries it: "instance organization kind [tab]", and of one person "instance organization kind tab|- person".
/// Ids alone: every database role may listen.
/// </summary>
public static class MensagemEntreInstancias
{
    private const string SemAba = "-";

    public static string De(Guid instancia, Novidade novidade)
    {
        var aba = novidade.Aba is { } qual ? $" {qual}" : novidade.PessoaId is null ? "" : $" {SemAba}";
        return $"{instancia:N} {novidade.OrganizacaoId:N} {novidade.Tipo}{aba}{(novidade.PessoaId is { } pessoa ? $" {pessoa:N}" : "")}";
    }

    /// <returns>Null when it is none, or of a later version that knows kinds which this one does not.</returns>
    public static (Guid Instancia, Novidade Novidade)? Ler(string texto) =>
        texto.Split(' ') is [var quem, var organizacao, var tipo, .. var resto]
        && Guid.TryParseExact(quem, "N", out var instancia)
        && Guid.TryParseExact(organizacao, "N", out var organizacaoId)
        && Enum.TryParse<TipoDeNovidade>(tipo, out var conhecido) && Enum.IsDefined(conhecido)
        && Resto(resto) is var (aba, pessoaId)
            ? (instancia, new Novidade(organizacaoId, conhecido, aba, pessoaId))
            : null;

    private static (string? Aba, Guid? PessoaId)? Resto(string[] resto) => resto switch
    {
        [] => (null, null),
        [var aba] => (aba, null),
        [var aba, var pessoa] when Guid.TryParseExact(pessoa, "N", out var id) => (aba == SemAba ? null : aba, id),
        _ => null,
    };
}
