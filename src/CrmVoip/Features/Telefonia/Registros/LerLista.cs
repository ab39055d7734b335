using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Data;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Conexoes;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// Reads the provider's list for one stretch of time and learns from it page by page, so that what was read is kept when a later
/// page fails. No transaction is held while the provider is asked. A stretch the provider cuts off is asked for in finer ones.
/// </summary>
public sealed partial class LerLista(
    CrmDbContext db, OrganizacaoAtual atual, ContaDoProvedor provedor, Api4ComClient api4com, AprenderDoProvedor aprender, ILogger<LerLista> log)
{
    /// <returns>False when the provider could not be asked, or not to the end.</returns>
    public async Task<bool> ExecutarAsync(Janela janela, CancellationToken ct)
    {
        if (await provedor.AbrirAsync(ct) is not { } conta)
        {
            return false;
        }

        try
        {
            return await LerAsync(conta, janela, ct);
        }
        catch (Api4ComException erro)
        {
            MedidasDaConferencia.ListaNaoVeio();
            NaoRespondeu(log, atual.IdExigido, erro.Kind);
            return false;
        }
    }

    private async Task<bool> LerAsync(ContaAberta conta, Janela janela, CancellationToken ct)
    {
        var novas = 0;
        var lista = await provedor.UsarAsync(
            conta, api4 => api4com.GetCallsAsync(api4, janela.Pergunta(TemposPossiveis.Relogio), async pagina => novas += await AprenderAsync(pagina, ct), ct), ct);
        Lida(log, atual.IdExigido, janela.De, janela.Ate, lista.Fetched, novas, lista.Truncated);
        if (!lista.Truncated)
        {
            MedidasDaConferencia.LeuLista();
            return true;
        }

        var finas = janela.MaisFinas();
        if (finas.Count == 0)
        {
            MedidasDaConferencia.ListaFoiCortada();
            Cortada(log, atual.IdExigido, janela.De, lista.Fetched);
        }

        foreach (var fina in finas)
        {
            if (!await LerAsync(conta, fina, ct))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<int> AprenderAsync(IReadOnlyList<Api4ComCall> pagina, CancellationToken ct)
    {
        var leituras = pagina.Select(LeiturasDaApi4Com.DaLista).ToList();
        var (agora, sabidas) = await db.EmTransacaoAsync(async () => (await db.AgoraAsync(ct), await SabidasAsync(leituras, ct)), ct);
        var novas = 0;
        foreach (var dados in leituras.Where(d => !sabidas.Contains((d.ProvedorId, LeituraDoProvedor.ResumoDe(d)))))
        {
            novas += await TentarAsync(dados, agora, ct) ? 1 : 0;
        }

        return novas;
    }

    /// <summary>What the list said the last time too: of a page read again, nearly all.</summary>
    private async Task<HashSet<(string, string)>> SabidasAsync(List<DadosDaLeitura> leituras, CancellationToken ct)
    {
        var ids = leituras.ConvertAll(d => d.ProvedorId);
        var conhecidas = await (
            from id in db.IdsDosRegistros
            where ids.Contains(id.ProvedorId)
            join registro in db.RegistrosDoProvedor on id.RegistroId equals registro.Id
            where registro.LigacaoId != null
            let ultima = db.LeiturasDoProvedor
                .Where(l => l.RegistroId == id.RegistroId && l.Fonte == FonteDaLeitura.Lista)
                .OrderByDescending(l => l.VistaEm)
                .Select(l => l.Resumo)
                .FirstOrDefault()
            select new { id.ProvedorId, ultima }).ToListAsync(ct);
        return [.. conhecidas.Where(c => c.ultima is not null).Select(c => (c.ProvedorId, c.ultima!))];
    }

    // A row that cannot be kept must not stand in the way of the others, in this run and in every later one.
    private async Task<bool> TentarAsync(DadosDaLeitura dados, DateTimeOffset agora, CancellationToken ct)
    {
        try
        {
            return await db.EmTransacaoAsync(() => aprender.ExecutarAsync(FonteDaLeitura.Lista, dados, agora, ct), ct);
        }
        catch (DbUpdateException erro)
        {
            NaoAprendeu(log, atual.IdExigido, erro);
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    [LoggerMessage(LogLevel.Information, "Read the provider's list for {Organizacao}, {De} to {Ate}: {Lidas} rows, {Novas} news, cut off: {Cortada}.")]
    private static partial void Lida(ILogger logger, Guid organizacao, DateTimeOffset de, DateTimeOffset ate, int lidas, int novas, bool cortada);

    [LoggerMessage(LogLevel.Warning, "The provider's list for {Organizacao} is cut off within five minutes of {De}: {Lidas} rows. What lies beyond stays unknown.")]
    private static partial void Cortada(ILogger logger, Guid organizacao, DateTimeOffset de, int lidas);

    [LoggerMessage(LogLevel.Error, "A row of the provider's list for {Organizacao} could not be kept.")]
    private static partial void NaoAprendeu(ILogger logger, Guid organizacao, Exception erro);

    [LoggerMessage(LogLevel.Warning, "The provider did not list the calls of {Organizacao}: {Motivo}.")]
    private static partial void NaoRespondeu(ILogger logger, Guid organizacao, Api4ComErrorKind motivo);
}
