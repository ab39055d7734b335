using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>What is missing around an entity: the first of the two walls.</summary>
public static class FaltasDoModelo
{
    public static List<string> De(IReadOnlyModel modelo) =>
        [.. modelo.GetEntityTypes().Where(t => t.ClrType != typeof(Organizacao) && t.ClrType != typeof(Instancia)).Select(Falta).OfType<string>()];

    private static string? Falta(IReadOnlyEntityType tipo) =>
        !typeof(IDaOrganizacao).IsAssignableFrom(tipo.ClrType) ? $"{tipo.ClrType.Name} is of no organization: implement IDaOrganizacao"
        : tipo.FindDeclaredQueryFilter(CrmDbContext.FiltroDaOrganizacao) is null ? $"{tipo.ClrType.Name} has no query filter \"{CrmDbContext.FiltroDaOrganizacao}\""
        : tipo.FindPrimaryKey()?.Properties[0].Name != nameof(IDaOrganizacao.OrganizacaoId) ? $"the key of {tipo.ClrType.Name} does not begin with the organization"
        : null;
}
