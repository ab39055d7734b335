using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>Gives a member a ramal, in place of the one this member may have. One ramal, one person.</summary>
public sealed class AtribuirRamal(
    CrmDbContext db, OrganizacaoAtual atual, RamaisDaApi4Com naApi4Com, SelarSenha selar, Auditoria auditoria, TimeProvider relogio)
{
    private static readonly ConflitoDeRamal _conflito = new(
        DoNumero: Recusa.DoCampo(nameof(AtribuicaoForm.Extension), "Este ramal acabou de mudar de pessoa. Tente de novo."),
        DaPessoa: Recusa.DoCampo(nameof(AtribuicaoForm.MembroId), "Esta pessoa acabou de receber outro ramal. Tente de novo."));

    public async Task<Resultado<RamalVoip>> ExecutarAsync(AtribuicaoForm form, CancellationToken ct)
    {
        if (await db.EmTransacaoAsync(() => RecusaDoDonoAsync(form, ct), ct) is { } ocupado)
        {
            return ocupado;
        }

        var senha = await SenhaAsync(form, ct);
        if (senha.Recusa is { } semSenha)
        {
            return semSenha;
        }

        var dado = await _conflito.TentarAsync(db, () => GuardarAsync(form, senha.Valor, ct), ct);
        return dado.Recusa == _conflito.DoNumero && await db.EmTransacaoAsync(() => RecusaDoDonoAsync(form, ct), ct) is { } tomado ? tomado : dado;
    }

    private async Task<Resultado<RamalVoip>> GuardarAsync(AtribuicaoForm form, string senha, CancellationToken ct)
    {
        await db.TravarPessoaAsync(form.MembroId!.Value, ct);
        var nome = await db.Membros.Where(m => m.UsuarioId == form.MembroId && m.Ativo).Select(m => m.Nome).SingleOrDefaultAsync(ct)
            ?? throw new RegraVioladaException("Esta pessoa acabou de ser desativada.");

        var agora = relogio.GetUtcNow();
        var ramal = await db.RamaisVoip.SingleOrDefaultAsync(r => r.UsuarioId == form.MembroId, ct);
        if (ramal is not null && !EhEste(ramal, form))
        {
            // Saved first: the index counts one ramal a person at each moment.
            ramal.Revogar(agora);
            await db.ManterTitularAsync(ramal, agora, ct);
            auditoria.Registrar(new RamalRevogado().Do(ramal), ramal.Id);
            await db.SaveChangesAsync(ct);
            ramal = null;
        }

        if (ramal is null)
        {
            ramal = new RamalVoip(atual.IdExigido, form.MembroId.Value, form.ExtensionLimpa, form.SipServerLimpo);
            db.Add(ramal);
        }

        ramal.Editar(ramal.Extension, ramal.SipServer, NomeExibido(form, nome), StatusDoRamal.Ativo, agora);
        await DarAsync(ramal, agora, ct);
        if (senha.Length > 0)
        {
            selar.Executar(ramal, senha);
        }

        await db.ManterTitularAsync(ramal, agora, ct);
        auditoria.Registrar(new RamalAtribuido { SenhaTrocada = senha.Length > 0 }.Do(ramal), ramal.Id);
        await db.SaveChangesAsync(ct);
        return ramal;
    }

    // Who is called sees the person, not whoever the provider's account once named it after.
    private static string NomeExibido(AtribuicaoForm form, string nome) =>
        string.IsNullOrWhiteSpace(form.NomeExibicao) ? nome.Cortado(RamalVoip.NomeMaximo) : form.NomeExibicao.Trim();

    private async Task DarAsync(RamalVoip ramal, DateTimeOffset agora, CancellationToken ct)
    {
        await db.HerdarDireitosAsync(ramal, ct);
        ramal.Alojar(await db.LugarDosRamaisAsync(ct));
        ramal.Dar(atual.UsuarioIdExigido, agora);
        ramal.Ativar(agora);
    }

    private async Task<Recusa?> RecusaDoDonoAsync(AtribuicaoForm form, CancellationToken ct)
    {
        var endereco = RamalVoip.EnderecoDe(form.ExtensionLimpa, await db.LugarDosRamaisAsync(ct));
        var outros = await db.RamaisVoip.AsNoTracking().Where(r => r.UsuarioId != form.MembroId).ToListAsync(ct);
        var dono = outros.Find(r => r.Impede(endereco)) is { } ocupado
            ? await db.Membros.Where(m => m.UsuarioId == ocupado.UsuarioId).Select(m => m.Nome).SingleAsync(ct)
            : null;
        return dono is null
            ? null
            : Recusa.DoCampo(nameof(form.Extension), $"O ramal {form.ExtensionLimpa} já é de {dono}. Revogue-o primeiro, ou escolha outro.");
    }

    /// <summary>Empty where the saved one stays.</summary>
    private async Task<Resultado<string>> SenhaAsync(AtribuicaoForm form, CancellationToken ct) =>
        !string.IsNullOrEmpty(form.Senha) ? form.Senha
        : await db.EmTransacaoAsync(() => JaTemSenhaAsync(form, ct), ct) ? ""
        : await SenhaDaApi4ComAsync(form, ct);

    private Task<bool> JaTemSenhaAsync(AtribuicaoForm form, CancellationToken ct) =>
        db.RamaisVoip.AnyAsync(
            r => r.UsuarioId == form.MembroId && r.Extension == form.ExtensionLimpa && r.SipServer == form.SipServerLimpo && r.SegredoId != null,
            ct);

    private async Task<Resultado<string>> SenhaDaApi4ComAsync(AtribuicaoForm form, CancellationToken ct)
    {
        try
        {
            var ramais = await naApi4Com.ListarComSenhaAsync(ct) ?? [];
            var ramal = ramais.FirstOrDefault(r => r.Extension.Number == form.ExtensionLimpa
                && string.Equals(r.Extension.Domain, form.SipServerLimpo, StringComparison.OrdinalIgnoreCase));
            return ramal?.Password is { } senha ? senha : SemSenha("A API4COM não tem a senha deste ramal. Digite-a.");
        }
        catch (Api4ComException)
        {
            return SemSenha("A API4COM não respondeu. Digite a senha do ramal, ou tente de novo em instantes.");
        }
    }

    private static Recusa SemSenha(string mensagem) => Recusa.DoCampo(nameof(AtribuicaoForm.Senha), mensagem);

    private static bool EhEste(RamalVoip ramal, AtribuicaoForm form) =>
        ramal.Extension == form.ExtensionLimpa && ramal.SipServer == form.SipServerLimpo;
}
