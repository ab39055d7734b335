using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>Gives contacts what rows of an import know and they lack: telephones, company, e-mail. What they have stays.</summary>
public sealed class CompletarContato(CrmDbContext db, Auditoria auditoria)
{
    // Of what is computed of the telephones, the facts of the telephones tell.
    private static readonly string[] _doContato = [nameof(Contato.Empresa), nameof(Contato.Email)];

    public async Task ExecutarAsync(
        Importacao importacao, IReadOnlyCollection<(LinhaDaImportacao Linha, LinhaInterpretada Lida, Guid ContatoId)> linhas, CancellationToken ct)
    {
        if (linhas.Count == 0)
        {
            return;
        }

        Guid[] ids = [.. linhas.Select(l => l.ContatoId).Distinct().Order()];
        await db.TravarContatosAsync(ids, ct);
        var contatos = await db.Contatos.Include(c => c.Telefones).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        // What this import made itself is still as it made it, and nobody's change.
        var proprios = await db.LinhasDe(importacao).Where(l => ids.Contains(l.ContatoId!.Value) && l.Destino == DestinoDaLinha.Criada).ToListAsync(ct);
        foreach (var semContato in linhas.Where(l => !contatos.ContainsKey(l.ContatoId)))
        {
            semContato.Linha.Recusar("O contato foi removido enquanto a importação andava.");
        }

        foreach (var doContato in linhas.Where(l => contatos.ContainsKey(l.ContatoId)).GroupBy(l => l.ContatoId))
        {
            var contato = contatos[doContato.Key];
            contato.PreencherTelefones();
            var incluidos = doContato.SelectMany(l => OQueFalta(contato, l.Lida.Contato)).ToList();
            if (!proprios.Exists(p => p.ContatoId == contato.Id))
            {
                Registrar(contato, incluidos);
            }

            doContato.ToList().ForEach(l => l.Linha.Completar(contato.Id));
        }

        await db.HerdarNaoLigarAsync([.. contatos.Values], ct);
        await db.SaveChangesAsync(ct);
        proprios.ForEach(p => p.Criar(contatos[p.ContatoId!.Value]));
    }

    /// <returns>The telephones it got.</returns>
    public static IReadOnlyList<TelefoneDoContato> OQueFalta(Contato contato, NovoContato novo)
    {
        var campos = CamposDoContato.Digitados(contato.Nome, contato.Empresa ?? novo.Empresa, contato.Email ?? novo.Email);
        campos.Escrever(contato);
        return contato.IncluirOsQueFaltam(novo.Numeros);
    }

    private void Registrar(Contato contato, List<TelefoneDoContato> incluidos)
    {
        var outras = db.Entry(contato).Properties.Select(p => p.Metadata.Name).Except(_doContato).ToList();
        if (Alteracao.Em(db.Entry(contato), outras) is { } alteracao)
        {
            auditoria.Registrar(new ContatoEditado { Campos = alteracao.Campos, De = alteracao.De, Para = alteracao.Para }, contato.Id);
        }

        foreach (var telefone in incluidos)
        {
            auditoria.Registrar(new TelefoneIncluido { Numero = telefone.Numero }, contato.Id);
        }
    }
}
