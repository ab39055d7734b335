using CrmVoip.Data;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Work;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Plans that a record without a call becomes one: a while after its end was heard of, for our own facts may still come.</summary>
public sealed class AgendarLigacaoDeFora(CrmDbContext db, Agenda agenda, IOptions<OpcoesDosRegistros> opcoes)
{
    public async Task ExecutarAsync(RegistroDoProvedor registro, CancellationToken ct)
    {
        if (registro is { FimRecebidoEm: { } fim, LigacaoId: null, EmDuvida: false })
        {
            var falta = fim + opcoes.Value.ForaDepoisDe - await db.AgoraAsync(ct);
            await agenda.AgendarAsync<CriarLigacaoDeFora>(registro.Id, falta > TimeSpan.Zero ? falta : TimeSpan.Zero, ct);
        }
    }
}
