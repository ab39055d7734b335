using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// The record that a reading belongs to: the one that has its id; else the one of the same attempt; else, since the provider may
/// give one call several ids, the one that another source told with the same start. Else a new one.
/// </summary>
public sealed class AcharRegistro(CrmDbContext db)
{
    public async Task<RegistroDoProvedor> ExecutarAsync(FonteDaLeitura fonte, DadosDaLeitura dados, CancellationToken ct)
    {
        if (await PeloIdAsync(dados, ct) is { } conhecido)
        {
            return conhecido;
        }

        var registro = await PelaTentativaAsync(dados, ct) ?? await PeloInicioAsync(fonte, dados, ct);
        if (registro is null)
        {
            registro = new RegistroDoProvedor(db.Organizacao.IdExigido);
            db.Add(registro);
        }

        db.Add(new IdDoRegistro(db.Organizacao.IdExigido, Id(dados), Dominio(dados), registro.Id));
        return registro;
    }

    /// <summary>The ramal of the record that the reading belongs to, as far as its ids tell; null where there is none yet.</summary>
    public async Task<string?> RamalSabidoAsync(DadosDaLeitura dados, CancellationToken ct)
    {
        // Only the ramal, not the record: this is asked before the lock, and a tracked record would be read stale after it.
        var conhecidos = (await RegistroIdAsync(dados, ct), dados.Tentativa) switch
        {
            ({ } id, _) => db.RegistrosDoProvedor.Where(r => r.Id == id),
            (_, { } tentativa) => db.RegistrosDoProvedor.Where(r => r.TentativaId == tentativa),
            _ => null,
        };
        return conhecidos is null ? null : await conhecidos.Select(r => r.Ramal ?? "").FirstOrDefaultAsync(ct);
    }

    private async Task<RegistroDoProvedor?> PeloIdAsync(DadosDaLeitura dados, CancellationToken ct) =>
        await RegistroIdAsync(dados, ct) is { } id ? await db.RegistrosDoProvedor.SingleAsync(r => r.Id == id, ct) : null;

    private Task<Guid?> RegistroIdAsync(DadosDaLeitura dados, CancellationToken ct) => db.RegistroComIdAsync(Id(dados), Dominio(dados), ct);

    private Task<RegistroDoProvedor?> PelaTentativaAsync(DadosDaLeitura dados, CancellationToken ct) =>
        dados.Tentativa is { } tentativa
            ? db.RegistrosDoProvedor.FirstOrDefaultAsync(r => r.TentativaId == tentativa, ct)
            : Task.FromResult<RegistroDoProvedor?>(null);

    private async Task<RegistroDoProvedor?> PeloInicioAsync(FonteDaLeitura fonte, DadosDaLeitura dados, CancellationToken ct)
    {
        var (ramal, contraparte) = dados.Entrada ? (dados.Para, dados.De) : (dados.De, dados.Para);
        if (dados is not { InicioEm: { } inicio, Tentativa: null } || ramal is null)
        {
            return null;
        }

        var proximos = await DaOutraFonte(fonte, inicio)
            .Where(r => r.Ramal == ramal && r.Direcao == (dados.Entrada ? DirecaoDaLigacao.Entrada : DirecaoDaLigacao.Saida))
            .ToListAsync(ct);
        var chave = ChaveDeNumero.De(contraparte);
        return proximos.FindAll(r => chave.Mesmo(ChaveDeNumero.De(r.Contraparte)) && MesmoTrecho(r, dados)) is [var unico] ? unico : null;
    }

    private static bool MesmoTrecho(RegistroDoProvedor registro, DadosDaLeitura dados)
    {
        var tempos = TemposPossiveis.De(dados, registro.RecebidoEm, registro.FimRecebidoEm ?? registro.RecebidoEm);
        return new TrechoDaChamada(registro.ComecoEm, registro.FimEm).PodeSer(new TrechoDaChamada(tempos.InicioEm, tempos.FimEm));
    }

    private IQueryable<RegistroDoProvedor> DaOutraFonte(FonteDaLeitura fonte, DateTimeOffset inicio)
    {
        var (de, ate) = (inicio - TrechoDaChamada.MesmoInstante, inicio + TrechoDaChamada.MesmoInstante);
        return db.RegistrosDoProvedor
            .Where(r => r.ComecoEm >= de && r.ComecoEm <= ate && r.TentativaId == null)
            .Where(r => !db.LeiturasDoProvedor.Any(l => l.RegistroId == r.Id && l.Fonte == fonte));
    }

    private static string Id(DadosDaLeitura dados) => IdDoRegistro.Cortar(dados.ProvedorId);

    private static string Dominio(DadosDaLeitura dados) =>
        dados.Dominio is { Length: <= RamalVoip.SipServerMaximo } dominio ? dominio.ToLowerInvariant() : "";
}

public static class RegistroComIdConsultas
{
    /// <summary>
    /// The record that has this id of the provider's; where a side names no domain, any is meant. Asked by itself: as a subquery
    /// it is no constant, and PostgreSQL reads every record of the organization.
    /// </summary>
    public static Task<Guid?> RegistroComIdAsync(this CrmDbContext db, string provedorId, string dominio, CancellationToken ct) =>
        db.IdsDosRegistros
            .Where(i => i.ProvedorId == provedorId && (i.SipDomain == dominio || i.SipDomain == "" || dominio == ""))
            .OrderByDescending(i => i.SipDomain == dominio)
            .Select(i => (Guid?)i.RegistroId)
            .FirstOrDefaultAsync(ct);
}
