using System.Security.Cryptography;
using System.Text.Json;
using CrmVoip.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace CrmVoip.Features.Vendas.Lote;

/// <summary>Where a deal was, or whose.</summary>
public sealed record AntesDoLote(Guid Id, Guid De)
{
    public string? Posicao { get; init; }

    public DateTimeOffset? Desde { get; init; }

    /// <summary>Of a deal that was passed: the tasks that went along.</summary>
    public IReadOnlyList<Guid> Tarefas { get; init; } = [];
}

/// <summary>What takes a batch back: what was done, to which stage or person, and what was before.</summary>
public sealed record VoltaDoLote(string Oque, Guid Para, IReadOnlyList<AntesDoLote> Antes)
{
    public const string Mover = "mover";
    public const string Passar = "passar";
}

/// <summary>Goes with the notice, sealed, so that nothing is to be kept for who never takes it back. Of one person and organization, for a while.</summary>
public sealed class FichaDoLote(IDataProtectionProvider protecao, OrganizacaoAtual atual)
{
    /// <summary>Longer than the notice stands.</summary>
    private static readonly TimeSpan _vale = TimeSpan.FromMinutes(10);

    private ITimeLimitedDataProtector Protetor => protecao
        .CreateProtector("CrmVoip.Lote.v1", atual.IdExigido.ToString("N"), atual.UsuarioIdExigido.ToString("N")).ToTimeLimitedDataProtector();

    public string Selar(VoltaDoLote volta) => Protetor.Protect(JsonSerializer.Serialize(volta), _vale);

    /// <summary>Null when it is not one of this person's, or too old.</summary>
    public VoltaDoLote? Abrir(string? ficha)
    {
        try
        {
            return string.IsNullOrEmpty(ficha) ? null : JsonSerializer.Deserialize<VoltaDoLote>(Protetor.Unprotect(ficha));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
