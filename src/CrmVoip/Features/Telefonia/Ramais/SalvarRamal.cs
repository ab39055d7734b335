using CrmVoip.Api4Com.Models;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>
/// Saves the own ramal; a new password is a new version of its secret. It is proven at once where the provider's list can be
/// read, and else in the background. What an administrador switched off stays off.
/// </summary>
public sealed class SalvarRamal(
    CrmDbContext db,
    OrganizacaoAtual atual,
    RamaisDaApi4Com naApi4Com,
    ProvarRamal provar,
    SelarSenha selar,
    Agenda agenda,
    Auditoria auditoria,
    TimeProvider relogio)
{
    private static readonly ConflitoDeRamal _conflito = new(
        DoNumero: Recusa.DoCampo(
            nameof(RamalForm.Extension), "Este ramal já é de outra pessoa da organização. Confira o número ou fale com um administrador."),
        DaPessoa: Recusa.DoCampo(nameof(RamalForm.Extension), "Você acabou de receber um ramal. Recarregue a página para vê-lo."));

    public async Task<Resultado<RamalVoip>> ExecutarAsync(RamalForm form, CancellationToken ct)
    {
        var lista = await naApi4Com.TentarListarComSenhaAsync(ct);
        return await _conflito.TentarAsync(db, () => GuardarAsync(form, lista, ct), ct);
    }

    /// <summary>Asks the provider about the saved ramal once more.</summary>
    public async Task<Resultado<RamalVoip>> ConferirAsync(CancellationToken ct)
    {
        var lista = await naApi4Com.TentarListarComSenhaAsync(ct);
        return await _conflito.TentarAsync<RamalVoip>(
            db, async () => await MeuAsync(ct) is { } ramal ? await ConcluirAsync(ramal, lista, null, ct) : Recusa.NaoEncontrada, ct);
    }

    private async Task<Resultado<RamalVoip>> GuardarAsync(RamalForm form, IReadOnlyList<Api4ComExtensionSecret>? lista, CancellationToken ct)
    {
        var ramal = await MeuAsync(ct);
        if (ramal is { DesativadoEm: not null })
        {
            return Recusa.DoCampo(nameof(form.Status), "Um administrador desativou seu ramal. Só um administrador pode ativá-lo de novo.");
        }

        if (ramal is null)
        {
            ramal = new RamalVoip(atual.IdExigido, atual.UsuarioIdExigido, form.ExtensionLimpa, form.SipServerLimpo);
            db.Add(ramal);
        }

        if (await db.NumeroDeOutraAsync(form.ExtensionLimpa, atual.UsuarioIdExigido, ct))
        {
            return _conflito.DoNumero;
        }

        ramal.Editar(form.ExtensionLimpa, form.SipServerLimpo, form.NomeExibicao?.Trim() ?? "", form.Status, relogio.GetUtcNow());
        if (!string.IsNullOrEmpty(form.Senha))
        {
            selar.Executar(ramal, form.Senha);
        }

        auditoria.Registrar(new RamalSalvo { SenhaTrocada = !string.IsNullOrEmpty(form.Senha) }.Do(ramal), ramal.Id);
        return await ConcluirAsync(ramal, lista, string.IsNullOrEmpty(form.Senha) ? null : form.Senha, ct);
    }

    private async Task<RamalVoip?> MeuAsync(CancellationToken ct)
    {
        var ramal = await db.RamaisVoip.SingleOrDefaultAsync(r => r.UsuarioId == atual.UsuarioIdExigido, ct);
        if (ramal is not null)
        {
            await db.HerdarDireitosAsync(ramal, ct);
        }

        return ramal;
    }

    private async Task<RamalVoip> ConcluirAsync(RamalVoip ramal, IReadOnlyList<Api4ComExtensionSecret>? lista, string? senhaNova, CancellationToken ct)
    {
        ramal.Alojar(await db.LugarDosRamaisAsync(ct));
        if (ramal.DadoEm is null && Permissoes.Pode(atual.Exigido.Papel, Permissoes.GerirRamais))
        {
            ramal.Dar(atual.UsuarioIdExigido, relogio.GetUtcNow());
        }

        await provar.ExecutarAsync(ramal, lista, senhaNova, ct);
        await db.ManterTitularAsync(ramal, relogio.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        if (lista is null && !ramal.DadoOuProvado)
        {
            await agenda.AgendarAsync<ConferirRamais>(atual.IdExigido, ct);
        }

        return ramal;
    }
}
