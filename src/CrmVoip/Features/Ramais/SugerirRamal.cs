using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Ramais;

/// <summary>Fills the form of a person without a ramal from the provider's list, by e-mail. Silent when the provider cannot be asked.</summary>
public sealed class SugerirRamal(CrmDbContext db, OrganizacaoAtual atual, ICofre cofre, Api4ComClient api4com)
{
    private static readonly TimeSpan _esperaMaxima = TimeSpan.FromSeconds(3);

    public async Task<RamalForm> ExecutarAsync(CancellationToken ct)
    {
        var (integracao, email) = await db.EmTransacaoAsync(() => LerAsync(ct), ct);
        var form = new RamalForm { SipServer = integracao?.SipDomain, NomeExibicao = atual.Exigido.NomeDoUsuario };
        if (integracao?.AccessToken is not { } cifrado)
        {
            return form;
        }

        using var limite = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limite.CancelAfter(_esperaMaxima);
        try
        {
            var token = cofre.Decifrar(new LugarDoSegredo(atual.IdExigido, Integracao.ColunaDoToken, integracao.Id), cifrado);
            var ramais = await api4com.GetExtensionsAsync(new Api4ComAccount(integracao.BaseUrl, token), limite.Token);
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
