using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>Leads an import from one phase to the next. What takes long is work that follows.</summary>
public sealed class MudarImportacao(CrmDbContext db, OrganizacaoAtual atual, Agenda agenda)
{
    public async Task<Recusa?> AnalisarAsync(Guid id, ColunasForm form, CancellationToken ct)
    {
        if (await db.ImportacaoTravadaAsync(id, ct) is not { } importacao)
        {
            return Recusa.NaoEncontrada;
        }

        var colunas = importacao.Primeira.Select((_, i) => form.Colunas.ElementAtOrDefault(i)).ToList();
        importacao.Analisar(colunas, form.TemTitulos, form.Repetida, form.NonoDigito);
        await agenda.AgendarAsync<AnalisarImportacao>(id, ct);
        return await SalvarAsync(ct);
    }

    public async Task<Recusa?> ImportarAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportacaoTravadaAsync(id, ct) is not { } importacao)
        {
            return Recusa.NaoEncontrada;
        }

        importacao.Importar();
        await agenda.AgendarAsync<ImportarLinhas>(id, ct);
        return await SalvarAsync(ct);
    }

    public async Task<Recusa?> DesfazerAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportacaoTravadaAsync(id, ct) is not { } importacao)
        {
            return Recusa.NaoEncontrada;
        }

        importacao.Desfazer(atual.UsuarioIdExigido);
        await agenda.AgendarAsync<DesfazerImportacao>(id, ct);
        return await SalvarAsync(ct);
    }

    /// <summary>Of one that made nothing so far: it is as if nothing had been sent.</summary>
    public async Task<Recusa?> DescartarAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportacaoTravadaAsync(id, ct) is not { } importacao)
        {
            return Recusa.NaoEncontrada;
        }

        if (!importacao.EmPreparo)
        {
            return new Recusa(409, "importacao_em_curso", "Esta importação já começou: depois dela, você pode desfazer.");
        }

        await db.LinhasDe(importacao).ExecuteDeleteAsync(ct);
        db.Remove(importacao);
        return await SalvarAsync(ct);
    }

    private async Task<Recusa?> SalvarAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        return null;
    }
}
