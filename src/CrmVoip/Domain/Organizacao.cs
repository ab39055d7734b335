namespace CrmVoip.Domain;

/// <summary>The tenant. A reference table, readable before the tenant is known (to resolve the slug).</summary>
public sealed class Organizacao(string slug, string nome)
{
    public const int SlugMaximo = 40;
    public const int NomeMaximo = 120;
    public const string SlugIndice = "ix_organizacoes_slug";
    public const string FusoPadrao = "America/Sao_Paulo";

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Slug { get; private set; } = slug;

    public string Nome { get; private set; } = nome;

    public string FusoHorario { get; private set; } = FusoPadrao;

    public bool Ativa { get; private set; } = true;

    public DateTimeOffset CriadaEm { get; private init; } = DateTimeOffset.UtcNow;
}
