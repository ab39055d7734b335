using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Linha;

/// <summary>Whether a person may call, and if not, why: from the organization's connection and the person's ramal.</summary>
public sealed record ProntidaoParaLigar(Integracao? Conexao, RamalVoip? Ramal, Papel? Papel)
{
    /// <summary>What keeps the person from a line.</summary>
    public Recusa? DaLinha => (Conexao, Ramal) switch
    {
        (not { WssUrl: not null }, _) => RecusasDaLinha.NaoConectado(Papel),
        (_, null) => RecusasDaLinha.SemRamal,
        (_, { DesativadoEm: not null }) => RecusasDaLinha.RamalDesativado,
        (_, { Status: not StatusDoRamal.Ativo }) => RecusasDaLinha.RamalInativo,
        _ => null,
    };

    /// <summary>
    /// What keeps the person from calling, though the line may receive. The organization's token rings no ramal that may be
    /// somebody else's; an INVITE of the browser's needs no such word, for the provider checks its password.
    /// </summary>
    public Recusa? DeLigar => DaLinha
        ?? (Conexao!.ModoDeDiscagem == ModoDeDiscagem.Dialer && !Ramal!.Confirmado(Conexao) ? RecusasDaLinha.RamalPorConfirmar : null);
}

public static class ProntidaoConsultas
{
    /// <summary>Of the person who asks.</summary>
    public static async Task<ProntidaoParaLigar> ProntidaoAsync(this CrmDbContext db, OrganizacaoAtual atual, CancellationToken ct) => new(
        await db.ConexaoAsync(ct),
        await db.RamalDeAsync(atual.UsuarioIdExigido, ct),
        atual.Exigido.Papel);
}
