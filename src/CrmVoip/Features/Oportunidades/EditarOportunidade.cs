using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Oportunidades;

/// <summary>Changes the fields of an opportunity. False when somebody else changed it since the form was opened.</summary>
public sealed class EditarOportunidade(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, TimeProvider relogio)
{
    public async Task<bool> ExecutarAsync(Oportunidade oportunidade, OportunidadeForm form, CancellationToken ct)
    {
        var entrada = db.Entry(oportunidade);
        entrada.Property(o => o.Versao).OriginalValue = form.Versao;
        oportunidade.Editar(form.Titulo!.Trim(), Dinheiro.Ler(form.Valor) ?? 0, db.ContatoDoForm(form, atual), form.ResponsavelId!.Value, relogio.GetUtcNow());
        entrada.DetectChanges();
        var campos = entrada.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name).ToList();
        auditoria.Registrar(Acoes.OportunidadeEditada, "oportunidades", oportunidade.Id, oportunidade.Id, new { campos });
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
