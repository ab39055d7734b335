using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Ligacoes;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// The one door for what the provider says of a call, by webhook or list: keeps it as a reading of its record, pairs the records
/// and calls of that ramal anew, and projects the calls concerned. Runs inside the caller's transaction.
/// </summary>
public sealed class AprenderDoProvedor(
    CrmDbContext db, AcharRegistro achar, PartirRegistro partir, CasarRegistros casar, ProjetarLigacao projetar, AgendarLigacaoDeFora deFora)
{
    /// <param name="fonte">Who said it.</param>
    /// <param name="dados">What was said.</param>
    /// <param name="recebidaEm">When it was received, by the database's clock.</param>
    /// <param name="ct">Ends the work.</param>
    /// <returns>True when it was news.</returns>
    public async Task<bool> ExecutarAsync(FonteDaLeitura fonte, DadosDaLeitura dados, DateTimeOffset recebidaEm, CancellationToken ct)
    {
        await TravarAsync(fonte, dados, recebidaEm, ct);
        var registro = await achar.ExecutarAsync(fonte, dados, ct);
        var ramalAntes = registro.Ramal;
        var leituras = await db.LeiturasDoProvedor.Where(l => l.RegistroId == registro.Id).ToListAsync(ct);
        if (!Guardar(registro, leituras, new LeituraDoProvedor(registro.OrganizacaoId, registro.Id, fonte, recebidaEm) { Dados = dados }))
        {
            return false;
        }

        var partido = await partir.ExecutarAsync(registro, leituras, dados.ProvedorId, ct);
        registro.Projetar(RelatoDoProvedor.De(leituras));
        await db.SaveChangesAsync(ct);
        if (partido is not null)
        {
            await VincularAsync(partido, null, ct);
        }

        await VincularAsync(registro, ramalAntes, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>The ramal it names, and the one its record had: both sides of a correction are paired anew.</summary>
    private async Task TravarAsync(FonteDaLeitura fonte, DadosDaLeitura dados, DateTimeOffset recebidaEm, CancellationToken ct)
    {
        await db.TravarIdDoProvedorAsync(dados.ProvedorId, ct);
        var dito = RelatoDoProvedor.De([new LeituraDoProvedor(db.Organizacao.IdExigido, Guid.Empty, fonte, recebidaEm) { Dados = dados }]).Ramal ?? "";
        foreach (var ramal in new[] { dito, await achar.RamalSabidoAsync(dados, ct) ?? dito }.Distinct().Order(StringComparer.Ordinal))
        {
            await db.TravarRamalAsync(ramal, ct);
        }
    }

    private bool Guardar(RegistroDoProvedor registro, List<LeituraDoProvedor> leituras, LeituraDoProvedor nova)
    {
        if (leituras.Find(l => l.Fonte == nova.Fonte && l.Resumo == nova.Resumo) is not { } mesma)
        {
            db.Add(nova);
            leituras.Add(nova);
            return true;
        }

        var ultima = leituras.Where(l => l.Fonte == nova.Fonte).MaxBy(l => l.VistaEm);
        if (registro.LigacaoId is not null && ultima == mesma)
        {
            return false;
        }

        mesma.VerDeNovo(nova.RecebidaEm);
        return true;
    }

    private async Task VincularAsync(RegistroDoProvedor registro, string? ramalAntes, CancellationToken ct)
    {
        var antes = registro.LigacaoId;
        if (ramalAntes is not null && ramalAntes != registro.Ramal)
        {
            await casar.ExecutarAsync(ramalAntes, registro.ComecoEm, ct);
        }

        if (registro is { Direcao: DirecaoDaLigacao.Saida, Ramal: { } ramal })
        {
            await casar.ExecutarAsync(ramal, registro.ComecoEm, ct);
        }

        await deFora.ExecutarAsync(registro, ct);
        if (registro.LigacaoId is { } ligacaoId && ligacaoId == antes)
        {
            await db.TravarLigacaoAsync(ligacaoId, ct);
            await projetar.ExecutarAsync(await db.Ligacoes.SingleAsync(l => l.Id == ligacaoId, ct), ct);
        }
    }
}
