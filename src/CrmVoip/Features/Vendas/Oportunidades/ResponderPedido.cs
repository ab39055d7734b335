using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Vendas.Recados;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Gives an opportunity to who asked for it, or not.</summary>
public sealed class ResponderPedido(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, DeixarRecado recados, TimeProvider relogio)
{
    public static readonly Recusa SemPedido = new(409, "sem_pedido", "Este pedido já foi respondido.");

    /// <returns>The name of who had asked.</returns>
    public async Task<Resultado<string>> ExecutarAsync(Guid id, bool passar, CancellationToken ct)
    {
        await db.OportunidadeTravadaAsync(id, ct);
        var oportunidade = await db.Oportunidades.Include(o => o.PedidaPor).Include(o => o.Responsavel).SingleOrDefaultAsync(o => o.Id == id, ct);
        if (oportunidade is null)
        {
            return Recusa.NaoEncontrada;
        }

        if (!atual.PodePassar(oportunidade.ResponsavelId))
        {
            return PassagemDaOportunidade.DeOutraPessoa;
        }

        if (oportunidade.PedidaPor is not { Ativo: true } quem)
        {
            return SemPedido;
        }

        if (passar)
        {
            auditoria.Passar(oportunidade, oportunidade.Responsavel!.Nome, (quem.UsuarioId, quem.Nome), relogio.GetUtcNow());
        }
        else
        {
            auditoria.Registrar(new PedidoRecusado { De = quem.Nome }, id, id);
            oportunidade.EsquecerPedido();
        }

        await recados.SobreAsync(oportunidade, passar ? TipoDeRecado.Passagem : TipoDeRecado.PedidoRecusado, quem.UsuarioId, ct);
        await db.SaveChangesAsync(ct);
        return quem.Nome;
    }
}
