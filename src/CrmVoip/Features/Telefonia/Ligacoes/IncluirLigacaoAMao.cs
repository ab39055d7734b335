using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>What the call was about: a deal, else a contact.</summary>
public sealed record AssuntoDaLigacao(Guid? OportunidadeId, Guid? ContatoId)
{
    /// <summary>Of its tab "Ligações", inside the organization.</summary>
    public string Endereco => OportunidadeId is { } id ? $"/oportunidades/{id}/ligacoes" : $"/contatos/{ContatoId}/ligacoes";
}

/// <summary>
/// Writes down a call that its person made on another telephone. It stands beside what the provider tells, and is never compared
/// with it: nothing is asked about it, no record becomes it, and it ends when it is written.
/// </summary>
public sealed class IncluirLigacaoAMao(
    CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, ContatosPorNumero contatos, AplicarResultado aplicar, TimeProvider relogio)
{
    public async Task<Resultado<Ligacao>> ExecutarAsync(
        AssuntoDaLigacao assunto, NumeroDeTelefone numero, LigacaoDita dita, (Guid? ResultadoId, string? Nota) anotacao, CancellationToken ct)
    {
        if (await QuemAsync(assunto, numero, ct) is not { } quem)
        {
            return Recusa.NaoEncontrada;
        }

        var agora = relogio.GetUtcNow();
        var ligacao = Ligacao.EscritaAMao(atual.IdExigido, quem, dita, agora);
        ligacao.DarResponsavel(await db.ResponsavelDaAsync(ligacao.OportunidadeId, ct));
        if (anotacao is not (null, null))
        {
            ligacao.Corrigir(anotacao.Nota, anotacao.ResultadoId, agora);
        }

        db.Add(ligacao);
        auditoria.Registrar(
            new LigacaoAMao { Em = ligacao.InicioEm, Status = ligacao.Status, Duracao = ligacao.DuracaoSegundos, Direcao = ligacao.Direcao, Numero = numero.E164 },
            ligacao.Id,
            ligacao.OportunidadeId);
        await db.SaveChangesAsync(ct);

        // What its outcome does is asked by the other side's number, which the database computes.
        if (await db.ResultadosDeLigacao.AsNoTracking().SingleOrDefaultAsync(r => r.Id == anotacao.ResultadoId, ct) is { } resultado)
        {
            await aplicar.ExecutarAsync(ligacao, resultado.Efeito, ct);
            await db.SaveChangesAsync(ct);
        }

        return ligacao;
    }

    /// <summary>Null: there is no such deal or contact here. Of a contact with several open deals the call is none's.</summary>
    private async Task<QuemFalou?> QuemAsync(AssuntoDaLigacao assunto, NumeroDeTelefone numero, CancellationToken ct)
    {
        if (assunto.OportunidadeId is { } oportunidadeId)
        {
            var contato = await db.Oportunidades.Where(o => o.Id == oportunidadeId).Select(o => (Guid?)o.ContatoId).SingleOrDefaultAsync(ct);
            return contato is null ? null : new QuemFalou(numero.E164, atual.UsuarioIdExigido, contato, oportunidadeId);
        }

        return assunto.ContatoId is { } contatoId && await db.Contatos.AnyAsync(c => c.Id == contatoId, ct)
            ? new QuemFalou(numero.E164, atual.UsuarioIdExigido, contatoId, await contatos.UnicaAbertaAsync(contatoId, ct))
            : null;
    }
}
