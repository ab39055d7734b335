using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>The sweeper: closes a call whose browser stopped giving signs, by the clock of the database.</summary>
public sealed class VarrerLigacao(
    CrmDbContext db, RegistrarFatos registrar, Expediente expediente, IOptions<OpcoesDeLigacao> opcoes) : ITrabalho
{
    public static string Tipo => "varrer-ligacao";

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        // While the product was down no sign could arrive: whoever is alive gets the time to give one.
        var paciencia = opcoes.Value.OrfaDepoisDe;
        return expediente.Ha < paciencia
            ? Desfecho.DeNovoEm(paciencia - expediente.Ha)
            : await db.EmTransacaoAsync(() => OlharAsync(linhaId, paciencia, ct), ct);
    }

    private async Task<Desfecho> OlharAsync(Guid ligacaoId, TimeSpan paciencia, CancellationToken ct)
    {
        await db.TravarLigacaoAsync(ligacaoId, ct);
        var agora = await db.AgoraAsync(ct);
        var emCurso = db.Ligacoes.Where(l => l.Id == ligacaoId && l.Status == StatusDaLigacao.EmAndamento);
        if (await emCurso.Select(l => (DateTimeOffset?)l.UltimoSinalEm).SingleOrDefaultAsync(ct) is not { } ultimoSinal)
        {
            return Desfecho.Feito;
        }

        var limite = agora - paciencia;
        if (ultimoSinal > limite)
        {
            return Desfecho.DeNovoEm(ultimoSinal - limite);
        }

        await registrar.EncerrarSemSinalAsync(ligacaoId, limite, ct);
        return Desfecho.Feito;
    }
}
