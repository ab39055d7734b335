using CrmVoip.Data;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>
/// Makes the contacts of an import, some at a time, in the name of who imports. What a part made and that it was dealt with stand
/// in one transaction: whoever goes on after a kill makes nothing twice.
/// </summary>
public sealed class ImportarLinhas(CrmDbContext db, OrganizacaoAtual atual, ImportarParte importar, Auditoria auditoria, TimeProvider relogio) : ITrabalho
{
    public const int PorVez = 200;

    public static string Tipo => "importar-linhas";

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var quem = await db.EmTransacaoAsync(() => db.Importacoes.Where(i => i.Id == linhaId).Select(i => (Guid?)i.UsuarioId).SingleOrDefaultAsync(ct), ct);
        if (quem is not { } usuario)
        {
            return Desfecho.Feito;
        }

        atual.DefinirUsuario(usuario);
        return await AosPoucos.UmaCorridaAsync(relogio, () => db.EmTransacaoAsync(() => UmaVezAsync(linhaId, ct), ct));
    }

    private async Task<bool> UmaVezAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportacaoTravadaAsync(id, EstadoDaImportacao.Importando, ct) is not { } importacao)
        {
            return false;
        }

        var linhas = await db.ProximasLinhasAsync(importacao, PorVez, ct);
        if (linhas.Count > 0)
        {
            await importar.ExecutarAsync(importacao, linhas, ct);
        }
        else
        {
            importacao.Concluir(relogio.GetUtcNow());
            auditoria.Registrar(
                new ImportacaoConcluida
                {
                    Nome = importacao.Nome,
                    Criadas = importacao.Criadas,
                    Completadas = importacao.Completadas,
                    Puladas = importacao.Puladas,
                    Recusadas = importacao.Recusadas,
                },
                id);
        }

        await db.SaveChangesAsync(ct);
        return linhas.Count > 0;
    }
}
