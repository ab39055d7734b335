using CrmVoip.Data;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Web.Planilhas;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>Keeps the rows of a spreadsheet, and proposes what its columns mean. The file itself is not kept. All of it, or nothing.</summary>
public sealed class ReceberPlanilha(CrmDbContext db, OrganizacaoAtual atual, Agenda agenda)
{
    private const int PorVez = 1_000;

    public async Task<Resultado<Importacao>> ExecutarAsync(Func<ArquivoRecebido> receber, string campo, CancellationToken ct)
    {
        await using var transacao = await db.Database.BeginTransactionAsync(ct);
        try
        {
            var arquivo = receber();
            var importacao = new Importacao(atual.IdExigido, atual.UsuarioIdExigido, arquivo.Nome, arquivo.Origem);
            db.Add(importacao);
            await GuardarAsync(importacao, arquivo, ct);
            if (importacao.Ultima == 0)
            {
                return Recusa.DoCampo(campo, "Não há nenhuma linha preenchida.");
            }

            await agenda.AgendarAsync<ApagarLinhas>(importacao.Id, Importacao.LinhasPor, ct);
            await transacao.CommitAsync(ct);
            return importacao;
        }
        catch (PlanilhaIlegivelException erro)
        {
            return Recusa.DoCampo(campo, erro.Message);
        }
    }

    private async Task GuardarAsync(Importacao importacao, ArquivoRecebido arquivo, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        LinhaDePlanilha? primeira = null;
        var (quantas, ultima, largura) = (0, 0, 0);
        foreach (var parte in arquivo.Linhas().Chunk(PorVez))
        {
            primeira ??= parte[0];
            (quantas, ultima, largura) = (quantas + parte.Length, parte[^1].Numero, Math.Max(largura, parte.Max(l => l.Celulas.Length)));
            db.AddRange(parte.Select(l => new LinhaDaImportacao(importacao.OrganizacaoId, importacao.Id, l.Numero, l.Celulas)));
            await db.SaveChangesAsync(ct);
            foreach (var guardada in db.ChangeTracker.Entries<LinhaDaImportacao>().ToList())
            {
                guardada.State = EntityState.Detached;
            }
        }

        if (primeira is not null)
        {
            // Rows may have more cells than there are titles.
            string[] titulos = [.. primeira.Celulas, .. Enumerable.Repeat("", largura - primeira.Celulas.Length)];
            var propostas = await db.ColunasPropostasAsync(titulos, ct);
            var colunas = propostas ?? [.. titulos.Select(_ => CampoDaImportacao.Nenhum)];
            importacao.Receber(titulos, propostas is not null, colunas, quantas, (primeira.Numero, ultima));
            await db.SaveChangesAsync(ct);
        }
    }
}
