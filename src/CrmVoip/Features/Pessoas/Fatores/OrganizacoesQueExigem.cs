using CrmVoip.Data;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>The organizations that demand the second factor of this person.</summary>
public sealed class OrganizacoesQueExigem(ResolvedorDeOrganizacao resolvedor)
{
    public async Task<IReadOnlyList<string>> NomesAsync(Guid usuarioId, CancellationToken ct) =>
        [.. (await resolvedor.VinculosAsync(usuarioId, ct)).Where(v => v.ExigeSegundoFator).Select(v => v.Nome)];
}
