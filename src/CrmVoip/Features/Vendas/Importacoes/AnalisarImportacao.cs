using CrmVoip.Data;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Work;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>Gives each row of an import its fate, and makes nothing. From the beginning each time: rows repeat one another.</summary>
public sealed class AnalisarImportacao(CrmDbContext db) : ITrabalho
{
    public const int PorVez = 500;

    public static string Tipo => "analisar-importacao";

    public static TimeSpan Prazo => TimeSpan.FromMinutes(15);

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var vistas = new Dictionary<string, int>(StringComparer.Ordinal);
        var primeira = true;
        await AosPoucos.TudoAsync(() => db.EmTransacaoAsync(
            async () =>
            {
                var restam = await UmaVezAsync(linhaId, vistas, primeira, ct);
                primeira = false;
                return restam;
            },
            ct));
        return Desfecho.Feito;
    }

    private async Task<bool> UmaVezAsync(Guid id, Dictionary<string, int> vistas, bool primeira, CancellationToken ct)
    {
        if (await db.ImportacaoTravadaAsync(id, EstadoDaImportacao.Analisando, ct) is not { } importacao)
        {
            return false;
        }

        if (primeira)
        {
            importacao.RecomecarAnalise();
        }

        var linhas = await db.ProximasLinhasAsync(importacao, PorVez, ct);
        if (linhas.Count == 0)
        {
            importacao.TerminarAnalise();
        }
        else
        {
            await AnalisarAsync(importacao, linhas, vistas, ct);
        }

        await db.SaveChangesAsync(ct);
        return linhas.Count > 0;
    }

    private async Task AnalisarAsync(Importacao importacao, List<LinhaDaImportacao> linhas, Dictionary<string, int> vistas, CancellationToken ct)
    {
        var interpretar = new InterpretarLinha(importacao);
        var lidas = linhas.ConvertAll(l => interpretar.Ler(l.Celulas));
        var donos = await db.DonosAsync(lidas, ct);
        foreach (var (linha, lida) in linhas.Zip(lidas))
        {
            Analisar(linha, lida, donos, vistas);
        }

        var destinos = linhas.CountBy(l => l.Destino).ToDictionary();
        importacao.Analisou(
            linhas[^1].Numero,
            destinos.GetValueOrDefault(DestinoDaLinha.Nova),
            destinos.GetValueOrDefault(DestinoDaLinha.Repetida),
            destinos.GetValueOrDefault(DestinoDaLinha.Recusada));
    }

    private static void Analisar(LinhaDaImportacao linha, LinhaInterpretada lida, Dictionary<string, Guid> donos, Dictionary<string, int> vistas)
    {
        if (lida.Erros.Count > 0)
        {
            linha.Recusar(lida.Motivo);
            return;
        }

        if (donos.DonoDe(lida) is { } dono)
        {
            linha.Repetir(dono, null);
        }
        else if (vistas.DonoDe(lida) is { } antes)
        {
            linha.Repetir(null, $"Repete a linha {antes}.");
        }
        else
        {
            linha.Esperar();
        }

        foreach (var chave in lida.Chaves)
        {
            vistas.TryAdd(chave, linha.Numero);
        }
    }
}
