using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Telefonia.Linha;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>
/// A call the phone may now place: by an INVITE of its own, or by asking for POST /ligacoes/{id}/discar. Nova is false when the
/// same request came again.
/// </summary>
public sealed record LigacaoParaDiscar(
    Guid Id,
    string NumeroParaDiscar,
    string NumeroFormatado,
    string? ContatoNome,
    string? OportunidadeTitulo,
    IReadOnlyList<OpcaoDeResultado> Resultados,
    string Modo,
    bool Nova);

/// <summary>Writes the row of a call before its INVITE leaves. One call at a time per person.</summary>
public sealed class IniciarLigacao(
    CrmDbContext db,
    OrganizacaoAtual atual,
    Auditoria auditoria,
    RegistrarFatos registrar,
    ContatosPorNumero contatos,
    VigiarLigacao vigiar,
    TimeProvider relogio)
{
    public async Task<Resultado<LigacaoParaDiscar>> ExecutarAsync(NovaLigacaoForm form, CancellationToken ct)
    {
        if (form.Id == Guid.Empty)
        {
            return new Recusa(422, "id_ausente", "Não foi possível iniciar a ligação. Recarregue a página e tente de novo.");
        }

        if (NumeroDeTelefone.Ler(form.Numero) is not { } numero)
        {
            return new Recusa(422, "numero_invalido", $"“{form.Numero}” não é um telefone para o qual se possa ligar.");
        }

        if (numero.Bloqueado)
        {
            return new Recusa(422, "numero_bloqueado", $"{numero.Nacional} é um serviço de emergência ou tarifado: daqui não é possível ligar.");
        }

        if (await db.NaoLigarAsync(numero.E164, ct))
        {
            return RecusasDaLinha.NaoLigar(numero.E164);
        }

        // Everything a person starts is serialised here, so that two clicks at once cannot both pass.
        await db.TravarPessoaAsync(atual.UsuarioIdExigido, ct);
        var existente = await db.Ligacoes.SingleOrDefaultAsync(l => l.Id == form.Id, ct);
        if (existente is not null)
        {
            return existente.UsuarioId == atual.UsuarioId && existente.NumeroDestino == numero.E164
                ? await ApresentarAsync(existente, numero, nova: false, ct)
                : new Recusa(409, "id_em_uso", "Não foi possível iniciar a ligação. Tente de novo.");
        }

        var prontidao = await db.ProntidaoAsync(atual, ct);
        if ((prontidao.DeLigar ?? await OutraEmAndamentoAsync(ct)) is { } recusa)
        {
            return recusa;
        }

        var ligacao = await IncluirAsync(form, numero, prontidao.Conexao!, prontidao.Ramal!, ct);
        return await ApresentarAsync(ligacao, numero, nova: true, ct);
    }

    private async Task<Ligacao> IncluirAsync(NovaLigacaoForm form, NumeroDeTelefone numero, Integracao conexao, RamalVoip ramal, CancellationToken ct)
    {
        var alvo = await db.AlvoAsync(form, numero, contatos, ct);
        var ligacao = new Ligacao(atual.IdExigido, form.Id, atual.UsuarioIdExigido, numero.E164, ramal.Extension, relogio.GetUtcNow())
        {
            SipDomain = ramal.SipServer,
            RamalConfirmado = ramal.Confirmado(conexao),
            ContatoId = alvo.ContatoId,
            OportunidadeId = alvo.OportunidadeId,
        };
        ligacao.DarResponsavel(await db.ResponsavelDaAsync(alvo.OportunidadeId, ct));
        ligacao.ComModo(conexao.ModoDeDiscagem);
        db.Add(ligacao);
        auditoria.Registrar(new LigacaoIniciada { Numero = numero.E164, Ramal = ramal.Extension }, ligacao.Id, ligacao.OportunidadeId);
        await db.SaveChangesAsync(ct);
        var modo = EnumEmTexto.Texto(ligacao.PeloDiscador ? ModoDeDiscagem.Dialer : ModoDeDiscagem.Sip);
        db.ContarDepoisDoCommit(() => MedidasDasLigacoes.Iniciou(modo));
        await vigiar.ExecutarAsync(ligacao.Id, ct);
        return ligacao;
    }

    /// <summary>A call still giving signs stops a second one; a silent one is closed provisionally, as the sweeper would.</summary>
    private async Task<Recusa?> OutraEmAndamentoAsync(CancellationToken ct)
    {
        var vivaDesde = relogio.GetUtcNow() - Ligacao.VivaAte;
        var abertas = await db.Ligacoes
            .Where(l => l.UsuarioId == atual.UsuarioIdExigido && l.Status == StatusDaLigacao.EmAndamento)
            .OrderBy(l => l.Id)
            .Select(l => new { l.Id, l.UltimoSinalEm })
            .ToListAsync(ct);
        if (abertas.Exists(l => l.UltimoSinalEm > vivaDesde))
        {
            return new Recusa(409, "em_outra_ligacao", "Você já está em uma ligação.");
        }

        foreach (var aberta in abertas)
        {
            await registrar.EncerrarSemSinalAsync(aberta.Id, vivaDesde, ct);
        }

        return null;
    }

    private async Task<LigacaoParaDiscar> ApresentarAsync(Ligacao ligacao, NumeroDeTelefone numero, bool nova, CancellationToken ct) =>
        new(
            ligacao.Id,
            numero.ParaDiscar,
            numero.Nacional,
            await db.Contatos.Where(c => c.Id == ligacao.ContatoId).Select(c => c.Nome).SingleOrDefaultAsync(ct),
            await db.Oportunidades.Where(o => o.Id == ligacao.OportunidadeId).Select(o => o.Titulo).SingleOrDefaultAsync(ct),
            await db.ResultadosDeLigacao.OpcoesAsync(ct),
            EnumEmTexto.Texto(ligacao.PeloDiscador ? ModoDeDiscagem.Dialer : ModoDeDiscagem.Sip),
            nova);
}
