using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Vendas.Recados;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Notas;

/// <summary>Somebody changed the note meanwhile; what it says now.</summary>
public sealed record NotaEmConflito(string Agora) : Recusa(409, "mudou_antes", "Esta nota mudou enquanto você editava.", Campo: nameof(NotaForm.Texto));

/// <summary>Writes notes and changes them. Everybody pins; whose text one changes or takes out, QuemMudaNotas says.</summary>
public sealed class MudarNotas(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, DeixarRecado recados, TimeProvider relogio)
{
    private static readonly Recusa _deOutraPessoa = new(403, "nota_de_outra_pessoa", "Esta nota é de outra pessoa.");

    public async Task<Resultado<Nota>> EscreverAsync(AssuntoDaNota assunto, string texto, CancellationToken ct)
    {
        if (!await db.ExisteAsync(assunto, ct))
        {
            return Recusa.NaoEncontrada;
        }

        var nota = assunto.Escrever(atual.IdExigido, atual.UsuarioIdExigido, texto, relogio.GetUtcNow());
        db.Add(nota);
        await recados.DeMencoesAsync(nota, ct);
        return await SalvarAsync(nota, new NotaEscrita(), ct);
    }

    /// <param name="assunto">What it is about.</param>
    /// <param name="id">Of the note.</param>
    /// <param name="visto">What it said when the person began.</param>
    /// <param name="texto">What it says from now on.</param>
    /// <param name="ct">Ends the wait for the row.</param>
    public async Task<Resultado<Nota>> EditarAsync(AssuntoDaNota assunto, Guid id, string visto, string texto, CancellationToken ct)
    {
        var aberta = await AbrirMinhaAsync(assunto, id, ct);
        if (aberta.Recusa is not null || aberta.Valor.Texto == texto)
        {
            return aberta;
        }

        if (aberta.Valor.Texto != visto)
        {
            return new NotaEmConflito(aberta.Valor.Texto);
        }

        aberta.Valor.Editar(texto, relogio.GetUtcNow());
        await recados.DeMencoesAsync(aberta.Valor, ct);
        return await SalvarAsync(aberta.Valor, new NotaEditada(), ct);
    }

    public async Task<Resultado<Nota>> FixarAsync(AssuntoDaNota assunto, Guid id, bool fixar, CancellationToken ct)
    {
        if (await AbrirAsync(assunto, id, ct) is not { RetiradaEm: null } nota)
        {
            return Recusa.NaoEncontrada;
        }

        nota.Fixar(fixar ? nota.FixadaEm ?? relogio.GetUtcNow() : null);
        await db.SaveChangesAsync(ct);
        return nota;
    }

    public async Task<Resultado<Nota>> RetirarAsync(AssuntoDaNota assunto, Guid id, CancellationToken ct)
    {
        var aberta = await AbrirMinhaAsync(assunto, id, ct);
        if (aberta.Recusa is not null)
        {
            return aberta;
        }

        aberta.Valor.Retirar(relogio.GetUtcNow());
        return await SalvarAsync(aberta.Valor, new NotaRetirada(), ct);
    }

    public async Task<Resultado<Nota>> DevolverAsync(AssuntoDaNota assunto, Guid id, CancellationToken ct)
    {
        var nota = await AbrirAsync(assunto, id, ct);
        if (nota is not { RetiradaEm: not null } || !atual.MudaNotaDe(nota.AutorId))
        {
            return Recusa.NaoEncontrada;
        }

        nota.Devolver();
        return await SalvarAsync(nota, new NotaDevolvida(), ct);
    }

    private async Task<Nota?> AbrirAsync(AssuntoDaNota assunto, Guid id, CancellationToken ct)
    {
        await db.TravarNotaAsync(id, ct);
        return await db.Notas.Sobre(assunto).SingleOrDefaultAsync(n => n.Id == id, ct);
    }

    private async Task<Resultado<Nota>> AbrirMinhaAsync(AssuntoDaNota assunto, Guid id, CancellationToken ct) => await AbrirAsync(assunto, id, ct) switch
    {
        { RetiradaEm: null } nota => atual.MudaNotaDe(nota.AutorId) ? nota : _deOutraPessoa,
        _ => Recusa.NaoEncontrada,
    };

    private async Task<Resultado<Nota>> SalvarAsync(Nota nota, AtividadeDaNota atividade, CancellationToken ct)
    {
        auditoria.Registrar(atividade, nota.Id, nota.OportunidadeId);
        await db.SaveChangesAsync(ct);
        return nota;
    }
}
