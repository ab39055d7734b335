using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Ligacoes;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Makes a call of a record that is none of ours: a desk phone called, or somebody called in. One a record, however often it runs.</summary>
public sealed class CriarLigacaoDeFora(CrmDbContext db, CasarRegistros casar, QuemFalouNoRamal quem, ProjetarLigacao projetar, ValoresNovos valores) : ITrabalho
{
    // While a version runs that cannot read such a call.
    private static readonly TimeSpan _outraVersao = TimeSpan.FromMinutes(5);

    public static string Tipo => "ligacao-de-fora";

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        if (!await valores.PermitidosAsync(ct))
        {
            return Desfecho.DeNovoEm(_outraVersao);
        }

        await db.EmTransacaoAsync(() => CriarAsync(linhaId, ct), ct);
        return Desfecho.Feito;
    }

    private async Task<bool> CriarAsync(Guid registroId, CancellationToken ct)
    {
        if (await db.RegistroTravadoAsync(registroId, ct) is not { FimRecebidoEm: not null, LigacaoId: null } registro)
        {
            return false;
        }

        // The browser's facts that were waited for may have come meanwhile.
        if (registro is { Direcao: DirecaoDaLigacao.Saida, Ramal: not null })
        {
            await casar.ExecutarAsync(registro.Ramal, registro.ComecoEm, ct);
            await db.SaveChangesAsync(ct);
        }

        if (registro.LigacaoId is not null || registro.EmDuvida)
        {
            return false;
        }

        await FazerAsync(registro, ct);
        return true;
    }

    private async Task FazerAsync(RegistroDoProvedor registro, CancellationToken ct)
    {
        var correcao = RelogioDoProvedor.Correcao(await db.RelogioPertoAsync(registro.ComecoEm, ct));
        var leituras = await db.LeiturasDoProvedor.Where(l => l.RegistroId == registro.Id).ToListAsync(ct);
        if (await db.Ligacoes.SingleOrDefaultAsync(l => l.RegistroId == registro.Id, ct) is { } antiga)
        {
            await VoltarAsync(registro, antiga, correcao, ct);
            return;
        }

        var inicioEm = registro.ComecoEm - correcao;
        var ligacao = Ligacao.DeFora(
            registro.OrganizacaoId, registro.Id, RelatoDoProvedor.De(leituras), inicioEm, await quem.AcharAsync(registro, inicioEm, ct));
        ligacao.DarResponsavel(await db.ResponsavelDaAsync(ligacao.OportunidadeId, ct));
        db.Add(ligacao);
        await db.SaveChangesAsync(ct);
        registro.Vincular(ligacao.Id, MotivoDoVinculo.ForaDoCrm, await db.AgoraAsync(ct), null, correcao);
        db.ContarDepoisDoCommit(MedidasDaConferencia.AchouDeFora);
        await db.SaveChangesAsync(ct);
        await projetar.ExecutarAsync(ligacao, [], ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>It was a call by itself before, until it was taken for another.</summary>
    private async Task VoltarAsync(RegistroDoProvedor registro, Ligacao ligacao, TimeSpan correcao, CancellationToken ct)
    {
        var outra = await db.Ligacoes.SingleOrDefaultAsync(l => l.Id == ligacao.SubstituidaPor, ct);
        foreach (var id in new[] { ligacao.Id, outra?.Id ?? ligacao.Id }.Distinct().Order())
        {
            await db.TravarLigacaoAsync(id, ct);
        }

        await db.Entry(ligacao).ReloadAsync(ct);
        await (outra is null ? Task.CompletedTask : db.Entry(outra).ReloadAsync(ct));
        registro.Vincular(ligacao.Id, MotivoDoVinculo.ForaDoCrm, await db.AgoraAsync(ct), null, correcao);
        ligacao.VoltarAContar(outra);
        await db.SaveChangesAsync(ct);
        await projetar.ExecutarAsync(ligacao, ct);
        await db.SaveChangesAsync(ct);
    }
}
