using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Features.Telefonia.Conexoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>
/// Asks the provider to end a call it dialled. It knows a dial by the handle it gave, which may never have arrived; then by the
/// call's own id, when a webhook told it. What it does not know any more has ended.
/// </summary>
public sealed class DesligarDiscagem(CrmDbContext db, OrganizacaoAtual atual, ContaDoProvedor provedor, Api4ComClient api4com)
{
    /// <returns>Null: it was asked to, or there is nothing to end.</returns>
    public async Task<Recusa?> ExecutarAsync(Guid id, CancellationToken ct)
    {
        var ligacao = await db.EmTransacaoAsync(
            () => db.Ligacoes.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && l.UsuarioId == atual.UsuarioIdExigido, ct), ct);
        if (ligacao is null)
        {
            return Recusa.NaoEncontrada;
        }

        string[] nomes = ligacao.PeloDiscador ? [.. new[] { (ligacao.DiscagemId ?? ligacao.Metadata.DiscagemId) }.OfType<string>(), .. ligacao.ProvedorIds] : [];
        if (nomes.Length == 0 || await provedor.AbrirAsync(ct) is not { } conta)
        {
            return null;
        }

        try
        {
            await provedor.UsarAsync(conta, api4 => DesligarAsync(api4, nomes, ct), ct);
            return null;
        }
        catch (Api4ComException)
        {
            return new Recusa(502, "operadora_fora", "A API4COM não respondeu ao pedido de desligar.");
        }
    }

    private async Task<bool> DesligarAsync(Api4ComAccount conta, string[] nomes, CancellationToken ct)
    {
        foreach (var nome in nomes)
        {
            if (await api4com.HangupAsync(conta, nome, ct))
            {
                return true;
            }
        }

        return false;
    }
}
