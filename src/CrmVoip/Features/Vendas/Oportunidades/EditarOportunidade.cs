using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Changes the fields of an opportunity. False when somebody else changed it since the form was opened.</summary>
public sealed class EditarOportunidade(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, TimeProvider relogio)
{
    public Task<bool> ExecutarAsync(Oportunidade oportunidade, OportunidadeForm form, CancellationToken ct) => SalvarAsync(
        oportunidade,
        form.Versao,
        () => oportunidade.Editar(
            form.Titulo!.Trim(), Dinheiro.Ler(form.Valor) ?? 0, db.ContatoDoForm(form, atual), form.ResponsavelId!.Value, relogio.GetUtcNow()),
        ct);

    public Task<bool> ExecutarAsync(Oportunidade oportunidade, ResumoForm form, CancellationToken ct) => SalvarAsync(
        oportunidade,
        form.Versao,
        () =>
        {
            oportunidade.Editar(
                form.Titulo!.Trim(), Dinheiro.Ler(form.Valor) ?? 0, oportunidade.ContatoId, form.ResponsavelId!.Value, relogio.GetUtcNow());
            oportunidade.Planejar(string.IsNullOrWhiteSpace(form.ProximoPasso) ? null : form.ProximoPasso.Trim(), form.Dia);
        },
        ct);

    private async Task<bool> SalvarAsync(Oportunidade oportunidade, uint versao, Action editar, CancellationToken ct)
    {
        var entrada = db.Entry(oportunidade);
        entrada.Property(o => o.Versao).OriginalValue = versao;
        editar();
        entrada.DetectChanges();
        var mudadas = entrada.Properties.Where(p => p.IsModified && p.Metadata.Name != nameof(Oportunidade.AtualizadaEm)).ToList();
        if (mudadas.Count == 0)
        {
            return true;
        }

        auditoria.Registrar(Acoes.OportunidadeEditada, "oportunidades", oportunidade.Id, oportunidade.Id, new
        {
            campos = mudadas.Select(p => p.Metadata.Name),
            de = mudadas.ToDictionary(p => p.Metadata.Name, p => p.OriginalValue),
            para = mudadas.ToDictionary(p => p.Metadata.Name, p => p.CurrentValue),
        });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
