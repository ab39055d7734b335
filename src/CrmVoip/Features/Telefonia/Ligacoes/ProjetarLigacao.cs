using CrmVoip.Data;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>
/// Rebuilds the row of a call from its facts and from the provider's record that is linked to it, and records in the audit log
/// what changed. Runs inside the caller's transaction, which holds the call and has saved the link.
/// </summary>
public sealed class ProjetarLigacao(CrmDbContext db, Auditoria auditoria, PedirConferencia pedir, VigiarLigacao vigiar)
{
    public async Task ExecutarAsync(Ligacao ligacao, CancellationToken ct) =>
        await ExecutarAsync(ligacao, await db.LigacaoEventos.Where(e => e.LigacaoId == ligacao.Id).ToListAsync(ct), ct);

    public async Task ExecutarAsync(Ligacao ligacao, IReadOnlyCollection<LigacaoEvento> eventos, CancellationToken ct)
    {
        // What its facts amounted to outlives them.
        if (eventos.Count == 0 && ligacao is { Terminada: true, RegistroId: null })
        {
            return;
        }

        var antes = ligacao.Status;
        var sabida = ligacao.SabidaPeloProvedor;
        var registro = await RegistroAsync(ligacao, ct);
        if (registro is null)
        {
            ligacao.Projetar(await SemOsQueTemRegistroAsync(eventos, ct));
        }
        else
        {
            var leituras = await db.LeiturasDoProvedor.Where(l => l.RegistroId == registro.Id).ToListAsync(ct);
            if (leituras.Count == 0 && ligacao.Terminada)
            {
                return;
            }

            ligacao.Projetar(eventos, RelatoDoProvedor.De(leituras), registro.Correcao);
        }

        if (!sabida && ligacao is { SabidaPeloProvedor: true, Origem: OrigemDaLigacao.Crm })
        {
            db.ContarDepoisDoCommit(MedidasDaConferencia.Encontrou);
        }

        if (antes != ligacao.Status)
        {
            await MudouAsync(ligacao, antes, ct);
        }
    }

    private Task<RegistroDoProvedor?> RegistroAsync(Ligacao ligacao, CancellationToken ct) =>
        ligacao.RegistroId is { } proprio
            ? db.RegistrosDoProvedor.SingleOrDefaultAsync(r => r.Id == proprio, ct)
            : db.RegistrosDoProvedor.SingleOrDefaultAsync(r => r.LigacaoId == ligacao.Id, ct);

    // What an earlier version wrote into the call about a record that is now one of its own, and not this call's.
    private async Task<IReadOnlyCollection<LigacaoEvento>> SemOsQueTemRegistroAsync(IReadOnlyCollection<LigacaoEvento> eventos, CancellationToken ct)
    {
        var antigos = eventos.Where(e => e.DoProvedor).Select(e => e.Dados.ProvedorId).OfType<string>().Distinct().ToList();
        if (antigos.Count == 0)
        {
            return eventos;
        }

        var comRegistro = await db.IdsDosRegistros.Where(i => antigos.Contains(i.ProvedorId)).Select(i => i.ProvedorId).ToListAsync(ct);
        return [.. eventos.Where(e => !e.DoProvedor || !comRegistro.Contains(e.Dados.ProvedorId ?? ""))];
    }

    private async Task MudouAsync(Ligacao ligacao, StatusDaLigacao antes, CancellationToken ct)
    {
        var (status, fonte) = (ligacao.Status, ligacao.OrigemStatus);
        db.ContarDepoisDoCommit(() => MedidasDasLigacoes.Mudou(status, fonte));
        var terminou = antes == StatusDaLigacao.EmAndamento;
        if (terminou && ligacao is { Origem: OrigemDaLigacao.Crm, CausaDesligamento: not ProjecaoDaLigacao.Microfone })
        {
            await pedir.ExecutarAsync(ligacao, ct);
        }

        if (!ligacao.Terminada)
        {
            await vigiar.ExecutarAsync(ligacao.Id, ct);
        }

        auditoria.Registrar(Desfecho(ligacao, antes), ligacao.Id, ligacao.OportunidadeId);
    }

    private static DesfechoDaLigacao Desfecho(Ligacao ligacao, StatusDaLigacao antes) => Tipo(ligacao, antes == StatusDaLigacao.EmAndamento) with
    {
        Status = ligacao.Status,
        Antes = antes,
        Duracao = ligacao.DuracaoSegundos,
        Direcao = ligacao.Direcao,
        Numero = ligacao.Direcao == DirecaoDaLigacao.Entrada ? ligacao.NumeroOrigem : ligacao.NumeroDestino,
    };

    private static DesfechoDaLigacao Tipo(Ligacao ligacao, bool terminou) => ligacao switch
    {
        { Origem: OrigemDaLigacao.ForaDoCrm } when terminou => new LigacaoDeFora(),
        _ when terminou => new LigacaoEncerrada(),
        { Terminada: true } => new LigacaoReclassificada(),
        _ => new LigacaoRetomada(),
    };
}
