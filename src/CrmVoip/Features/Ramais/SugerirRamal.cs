using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Shared;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Ramais;

/// <summary>Fills the form of a person without a ramal from the provider's list, by e-mail. Silent when the provider cannot be asked.</summary>
public sealed class SugerirRamal(CrmDbContext db, OrganizacaoAtual atual, ContaDoProvedor provedor, Api4ComClient api4com)
{
    private static readonly TimeSpan _esperaMaxima = TimeSpan.FromSeconds(3);

    public async Task<RamalForm> ExecutarAsync(CancellationToken ct)
    {
        var (integracao, email) = await db.EmTransacaoAsync(() => LerAsync(ct), ct);
        var form = new RamalForm { SipServer = integracao?.SipDomain, NomeExibicao = atual.Exigido.NomeDoUsuario };
        if (await provedor.AbrirAsync(ct) is not { } conta)
        {
            return form;
        }

        using var limite = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limite.CancelAfter(_esperaMaxima);
        try
        {
            var ramais = await provedor.UsarAsync(conta, api4 => api4com.GetExtensionsAsync(api4, limite.Token), ct);
            if (ramais.FirstOrDefault(r => string.Equals(r.Email, email, StringComparison.OrdinalIgnoreCase)) is { } meu)
            {
                form.Extension = meu.Number;
                form.SipServer = meu.Domain;
                form.NomeExibicao = meu.DisplayName ?? form.NomeExibicao;
            }
        }
        catch (Exception erro) when (erro is Api4ComException || (erro is OperationCanceledException && !ct.IsCancellationRequested))
        {
            // The form can be filled by hand.
        }

        return form;
    }

    private async Task<(Integracao? Integracao, string Email)> LerAsync(CancellationToken ct) => (
        await db.Integracoes.AsNoTracking().SingleOrDefaultAsync(i => i.Plataforma == PlataformaEnum.Api4com, ct),
        await db.Membros.Where(m => m.UsuarioId == atual.UsuarioIdExigido).Select(m => m.Email).SingleAsync(ct));
}
