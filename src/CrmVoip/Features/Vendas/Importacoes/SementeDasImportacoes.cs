using CrmVoip.Data;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>Imports that are on their way go on, and rows that are old go, whatever was lost.</summary>
public sealed class SementeDasImportacoes(CrmDbContext db, TimeProvider relogio) : ISemente
{
    public async Task SemearAsync(Agenda agenda, CancellationToken ct)
    {
        var velhas = relogio.GetUtcNow() - Importacao.LinhasPor;
        var pendentes = await db.Importacoes
            .Where(i => i.Estado == EstadoDaImportacao.Analisando || i.Estado == EstadoDaImportacao.Importando || i.Estado == EstadoDaImportacao.Desfazendo
                || (i.LinhasApagadasEm == null && i.CriadaEm < velhas))
            .Select(i => new { i.Id, i.Estado })
            .ToListAsync(ct);
        foreach (var pendente in pendentes)
        {
            await agenda.AgendarAsync(Trabalho(pendente.Estado), pendente.Id, TimeSpan.Zero, ct);
        }
    }

    private static string Trabalho(EstadoDaImportacao estado) => estado switch
    {
        EstadoDaImportacao.Analisando => AnalisarImportacao.Tipo,
        EstadoDaImportacao.Importando => ImportarLinhas.Tipo,
        EstadoDaImportacao.Desfazendo => DesfazerImportacao.Tipo,
        _ => ApagarLinhas.Tipo,
    };
}
