using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Features.Vendas.Recados;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Creates an opportunity at the top of its stage, with a contact of its own when none was chosen.</summary>
public sealed class CriarOportunidade(
    CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, PosicionarOportunidade posicionar, CriarContato criarContato, DeixarRecado recados, TimeProvider relogio)
{
    public async Task<Guid> ExecutarAsync(OportunidadeForm form, CancellationToken ct)
    {
        var etapaId = form.EtapaId ?? await db.EtapasDoFunilPrincipal().Select(e => e.Id).FirstAsync(ct);
        var oportunidade = new Oportunidade(atual.IdExigido, form.Titulo!.Trim());
        oportunidade.Editar(oportunidade.Titulo, Dinheiro.Ler(form.Valor) ?? 0, form.ContatoEscolhido ?? (await criarContato.IncluirAsync(form.NovoContato, ct)).Id, form.ResponsavelId!.Value, relogio.GetUtcNow());
        db.Add(oportunidade);
        auditoria.Registrar(new OportunidadeCriada(), oportunidade.Id, oportunidade.Id);
        await recados.SobreAsync(oportunidade, TipoDeRecado.Passagem, oportunidade.ResponsavelId, ct);
        await posicionar.NoTopoAsync(oportunidade, etapaId, ct);
        return oportunidade.Id;
    }
}
