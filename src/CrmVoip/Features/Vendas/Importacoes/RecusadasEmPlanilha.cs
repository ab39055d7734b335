using CrmVoip.Data;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Web.Planilhas;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>The refused rows of an import: the cells as they came, the number of the row, and what is wrong.</summary>
public sealed class RecusadasEmPlanilha(CrmDbContext db)
{
    public async Task EscreverAsync(Importacao importacao, Stream saida, CancellationToken ct)
    {
        await using var csv = new EscritorDeCsv(saida);
        var colunas = importacao.Primeira.Length;
        await csv.TitulosAsync([.. importacao.Primeira.Select((t, i) => importacao.TemTitulos && t.Length > 0 ? t : $"Coluna {i + 1}"), "Linha", "O que corrigir"], ct);
        await foreach (var parte in db.EmPartesAsync<LinhaDaImportacao>(ultima => ParteAsync(importacao, ultima?.Numero ?? 0, ct), ct))
        {
            foreach (var linha in parte)
            {
                var celulas = Enumerable.Range(0, colunas).Select(i => Celula.De(linha.Celulas.ElementAtOrDefault(i)));
                await csv.LinhaAsync([.. celulas, Celula.Inteiro(linha.Numero), Celula.De(linha.Motivo)], ct);
            }

            await csv.EnviarAsync(ct);
        }
    }

    private Task<List<LinhaDaImportacao>> ParteAsync(Importacao importacao, int depois, CancellationToken ct) =>
        db.LinhasDe(importacao).AsNoTracking()
            .Where(l => l.Destino == DestinoDaLinha.Recusada && l.Numero > depois)
            .OrderBy(l => l.Numero).Take(ExportarLista.LinhasPorVez).ToListAsync(ct);
}
