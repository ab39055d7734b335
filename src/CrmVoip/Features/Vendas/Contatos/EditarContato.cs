using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>Changes fields of a contact. What others changed meanwhile stays, unless it is the same field.</summary>
public sealed class EditarContato(CrmDbContext db, Auditoria auditoria)
{
    private const string Oque = "Este contato";

    public async Task<Resultado<Contato>> ExecutarAsync(Guid id, Edicao<CamposDoContato> edicao, CancellationToken ct)
    {
        if (await db.Contatos.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } contato)
        {
            return Recusa.NaoEncontrada;
        }

        var guardados = CamposDoContato.De(contato);
        if (edicao.Conflito(guardados, contato.Versao, Oque) is { } conflito)
        {
            return conflito;
        }

        edicao.Sobre(guardados).Escrever(contato);
        if (Alteracao.Em(db.Entry(contato)) is not { } alteracao)
        {
            return contato;
        }

        auditoria.Registrar(new ContatoEditado { Campos = alteracao.Campos, De = alteracao.De, Para = alteracao.Para }, id);
        return await db.SalvarSeNinguemAntesAsync(ct) ? contato : new EdicaoEmConflito([], Oque);
    }
}
