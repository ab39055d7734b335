using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>A list whose items are archived and come back. One always stays in use.</summary>
public abstract class MudarArquivaveis<T>(CrmDbContext db, Auditoria auditoria) : MudarLista<T>(db, auditoria)
    where T : class, IItemArquivavel
{
    protected abstract string Unico { get; }

    protected abstract string NomeOcupado { get; }

    public async Task<Resultado<T>> ArquivarAsync(Guid id, CancellationToken ct)
    {
        var itens = await TravarAsync(ct);
        if (itens.Find(i => i.Id == id && i.Ativo) is not { } item)
        {
            return Recusa.NaoEncontrada;
        }

        if (itens.Count(i => i.Ativo) == 1)
        {
            throw new RegraVioladaException(Unico);
        }

        item.Arquivar();
        return await SalvarAsync(item, Arquivado(item), ct);
    }

    public async Task<Resultado<T>> RestaurarAsync(Guid id, CancellationToken ct)
    {
        var itens = await TravarAsync(ct);
        if (itens.Find(i => i.Id == id && !i.Ativo) is not { } item)
        {
            return Recusa.NaoEncontrada;
        }

        if (Outro(itens, id, item.Nome) is not null)
        {
            throw new RegraVioladaException(NomeOcupado);
        }

        item.Restaurar();
        return await SalvarAsync(item, Restaurado(item), ct);
    }

    protected abstract Atividade Arquivado(T item);

    protected abstract Atividade Restaurado(T item);
}
