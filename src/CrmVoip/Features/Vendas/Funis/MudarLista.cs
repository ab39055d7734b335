using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Busca;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>Names and orders the items of a list of the organization, under its lock. Two active ones never have the same name.</summary>
public abstract class MudarLista<T>(CrmDbContext db, Auditoria auditoria)
    where T : class, IItemOrdenado
{
    protected abstract string Repetido { get; }

    public Task<Resultado<T>> IncluirAsync(string nome, CancellationToken ct) => IncluirAsync(nome, _ => { }, ct);

    protected async Task<Resultado<T>> IncluirAsync(string nome, Action<T> ajustar, CancellationToken ct)
    {
        var itens = await TravarAsync(ct);
        if (Outro(itens, Guid.Empty, nome) is not null)
        {
            return NomeRepetido;
        }

        var novo = await NovoAsync(nome, itens.Select(i => i.Ordem).DefaultIfEmpty().Max() + 1, ct);
        ajustar(novo);
        db.Add(novo);
        return await SalvarAsync(novo, Incluido(novo), ct);
    }

    public async Task<Resultado<T>> RenomearAsync(Guid id, string nome, CancellationToken ct)
    {
        var itens = await TravarAsync(ct);
        if (itens.Find(i => i.Id == id) is not { } item)
        {
            return Recusa.NaoEncontrada;
        }

        if (Outro(itens, id, nome) is not null)
        {
            return NomeRepetido;
        }

        var de = item.Nome;
        item.Renomear(nome);
        return de == nome ? item : await SalvarAsync(item, Renomeado(item, de), ct);
    }

    /// <summary>One place towards the beginning, or the end. Already there, it stays.</summary>
    public async Task<Resultado<T>> MoverAsync(Guid id, bool antes, CancellationToken ct)
    {
        var itens = (await TravarAsync(ct)).FindAll(i => i.Ativo);
        var de = itens.FindIndex(i => i.Id == id);
        if (de < 0)
        {
            return Recusa.NaoEncontrada;
        }

        var (item, para) = (itens[de], de + (antes ? -1 : 1));
        if (para < 0 || para >= itens.Count)
        {
            return item;
        }

        (itens[de], itens[para]) = (itens[para], itens[de]);
        for (var i = 0; i < itens.Count; i++)
        {
            itens[i].Ordenar(i + 1);
        }

        return await SalvarAsync(item, Reordenado(item), ct);
    }

    /// <summary>All of them in their order, which nobody else changes until the transaction ends.</summary>
    protected async Task<List<T>> TravarAsync(CancellationToken ct)
    {
        await db.TravarListaAsync(typeof(T).Name, ct);
        return await db.Set<T>().OrderBy(i => i.Ordem).ThenBy(i => i.Id).ToListAsync(ct);
    }

    protected virtual async Task<T> SalvarAsync(T item, Atividade atividade, CancellationToken ct)
    {
        auditoria.Registrar(atividade, item.Id);
        await db.SaveChangesAsync(ct);
        return item;
    }

    protected abstract Task<T> NovoAsync(string nome, int ordem, CancellationToken ct);

    protected abstract Atividade Incluido(T item);

    protected abstract Atividade Renomeado(T item, string de);

    protected abstract Atividade Reordenado(T item);

    /// <summary>Another active one with that name, however it is written.</summary>
    protected static T? Outro(List<T> itens, Guid id, string nome) =>
        itens.Find(i => i.Ativo && i.Id != id && Dobrado(i.Nome) == Dobrado(nome));

    protected Recusa NomeRepetido => new(422, "nome_repetido", Repetido, Campo: nameof(NomeForm.Nome));

    private static string Dobrado(string nome) => string.Join(' ', TextoDobrado.Palavras(nome));
}
