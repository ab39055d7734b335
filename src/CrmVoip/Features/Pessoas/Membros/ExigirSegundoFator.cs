using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>Demands the second factor of whoever has these papéis; from their next request on.</summary>
public sealed class ExigirSegundoFator(CrmDbContext db, OrganizacaoAtual atual, UserManager<Usuario> usuarios, Auditoria auditoria)
{
    /// <returns>Null: it is so.</returns>
    public async Task<Recusa?> ExecutarAsync(IReadOnlyList<Papel> papeis, CancellationToken ct)
    {
        await db.TravarExigenciasAsync(ct);
        var antes = await db.PapeisComSegundoFatorAsync(ct);
        if (antes.Order().SequenceEqual(papeis.Order()))
        {
            return null;
        }

        if (atual.Exigido.Papel is { } meu && papeis.Contains(meu) && await usuarios.FindByIdAsync($"{atual.UsuarioIdExigido}") is not { TwoFactorEnabled: true })
        {
            return Recusa.DoCampo(
                nameof(SegundoFatorForm.Administrador), "Ligue primeiro a verificação em duas etapas da sua conta: exigi-la agora deixaria você de fora.");
        }

        await db.ExigirSegundoFatorAsync(papeis, ct);
        auditoria.Registrar(new SegundoFatorExigido { Papeis = [.. papeis] }, atual.IdExigido);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
