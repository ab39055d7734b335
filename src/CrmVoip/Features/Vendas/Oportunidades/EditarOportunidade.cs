using System.Text.Json;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Two people changed one opportunity. Campos: what both changed, empty when they met in the same moment.</summary>
public sealed record EdicaoEmConflito(IReadOnlyList<CampoDisputado> Campos)
    : Recusa(409, "mudou_antes", "Esta oportunidade mudou enquanto você editava.");

/// <summary>Changes fields of an opportunity. What others changed meanwhile stays, unless it is the same field.</summary>
public sealed class EditarOportunidade(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, TimeProvider relogio)
{
    public async Task<Resultado<Oportunidade>> ExecutarAsync(Guid id, EdicaoDaOportunidade edicao, CancellationToken ct)
    {
        if (await db.Oportunidades.SingleOrDefaultAsync(o => o.Id == id, ct) is not { } oportunidade)
        {
            return Recusa.NaoEncontrada;
        }

        var guardados = CamposDaOportunidade.De(oportunidade);
        var disputados = edicao.Disputados(guardados, oportunidade.Versao);
        if (disputados.Count > 0 || (edicao.Antes.Count == 0 && edicao.Versao != oportunidade.Versao))
        {
            return new EdicaoEmConflito(disputados);
        }

        var campos = edicao.Sobre(guardados);
        if (campos.ResponsavelId != guardados.ResponsavelId && !atual.PodePassar(oportunidade.ResponsavelId))
        {
            return PassagemDaOportunidade.DeOutraPessoa;
        }

        Mudar(oportunidade, campos, edicao.Contato);
        return await SalvarAsync(oportunidade, ct) ? oportunidade : new EdicaoEmConflito([]);
    }

    private void Mudar(Oportunidade oportunidade, CamposDaOportunidade campos, NovoContato? contato)
    {
        var contatoId = campos.ContatoId ?? db.Incluir(contato!, atual.IdExigido);
        oportunidade.Editar(campos.Titulo, campos.Valor, contatoId, campos.ResponsavelId!.Value, relogio.GetUtcNow());
        oportunidade.Planejar(campos.ProximoPasso, campos.ProximoPassoEm);
    }

    private async Task<bool> SalvarAsync(Oportunidade oportunidade, CancellationToken ct)
    {
        var entrada = db.Entry(oportunidade);
        entrada.DetectChanges();
        var mudadas = entrada.Properties.Where(p => p.IsModified && p.Metadata.Name != nameof(Oportunidade.AtualizadaEm)).ToList();
        if (mudadas.Count == 0)
        {
            return true;
        }

        auditoria.Registrar(Editada(mudadas), oportunidade.Id, oportunidade.Id);
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

    private static OportunidadeEditada Editada(IReadOnlyList<PropertyEntry> mudadas) => new()
    {
        Campos = [.. mudadas.Select(p => p.Metadata.Name)],
        De = mudadas.ToDictionary(p => p.Metadata.Name, p => JsonSerializer.SerializeToElement(p.OriginalValue, JsonSerializerOptions.Web)),
        Para = mudadas.ToDictionary(p => p.Metadata.Name, p => JsonSerializer.SerializeToElement(p.CurrentValue, JsonSerializerOptions.Web)),
    };
}
