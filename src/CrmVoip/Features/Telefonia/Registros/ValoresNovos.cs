using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Whether values may be written that the version before this one cannot read: a call that came in, a call of nobody.</summary>
public sealed class ValoresNovos(CrmDbContext db, IOptions<OpcoesDasVersoes> opcoes)
{
    private const int BatidasPerdidas = 4;

    public async Task<bool> PermitidosAsync(CancellationToken ct)
    {
        if (opcoes.Value.Forcar)
        {
            return true;
        }

        var silencio = opcoes.Value.BaterACada * BatidasPerdidas;
        var agora = await db.AgoraAsync(ct);
        var (vivaDesde, convivencia) = (agora - silencio, agora - opcoes.Value.Convivencia);
        return await db.Instancias.AnyAsync(i => i.Versao >= Instancia.VersaoAtual && i.IniciadaEm <= convivencia, ct)
            && !await db.Instancias.AnyAsync(i => i.Versao < Instancia.VersaoAtual && i.BatidaEm > vivaDesde, ct);
    }
}
