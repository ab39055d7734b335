using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>
/// A passkey is both factors at once: the device has it, and asked its person for finger, face or PIN before using it. So it
/// opens the account without password and code.
/// </summary>
public sealed class EntrarComChave(
    SignInManager<Usuario> signIn, UserManager<Usuario> usuarios, ContasDbContext db, RegistroDeConta registro, TimeProvider relogio)
{
    /// <summary>What the browser is to ask the device for: whatever passkey of this place it has.</summary>
    public Task<string> OpcoesAsync() => signIn.MakePasskeyRequestOptionsAsync(null!);

    /// <returns>Null: the person is in. Refused when the passkey is none of ours, or the question was another one.</returns>
    public async Task<Recusa?> EntrarAsync(string? credencial, CancellationToken ct) =>
        !string.IsNullOrEmpty(credencial) && await AbrirAsync(credencial, null, ct)
            ? null
            : Recusa.SemCampo("A chave de acesso não foi aceita. Tente de novo, ou entre com a senha.");

    /// <summary>The same, for one person alone, who is asked for the password otherwise.</summary>
    public async Task<Recusa?> EntrarAsync(string credencial, Guid soDe, CancellationToken ct) => await AbrirAsync(credencial, soDe, ct)
        ? null
        : Recusa.DoCampo(nameof(ReentradaForm.Senha), "A chave de acesso não foi aceita. Tente de novo, ou informe a senha.");

    private async Task<bool> AbrirAsync(string credencial, Guid? soDe, CancellationToken ct)
    {
        if (await ConferirAsync(credencial, ct) is not { } usuario || (soDe is not null && usuario.Id != soDe))
        {
            return false;
        }

        await signIn.SignInAsync(usuario, isPersistent: true);
        await registro.GravarAsync(usuario.Id, Acoes.Conta.Entrou, ct);
        return true;
    }

    /// <returns>Whose passkey answered.</returns>
    public async Task<Usuario?> ConferirAsync(string credencial, CancellationToken ct)
    {
        if (await RespostaAsync(credencial) is not { Succeeded: true } resposta)
        {
            await registro.GravarAsync(null, Acoes.Conta.Recusada, ct);
            return null;
        }

        await usuarios.AddOrUpdatePasskeyAsync(resposta.User, resposta.Passkey);
        await db.RegistrarUsoAsync(resposta.Passkey.CredentialId, relogio.GetUtcNow(), ct);
        return resposta.User;
    }

    // Without a question before it, Identity throws: the answer is of no use then.
    private async Task<PasskeyAssertionResult<Usuario>?> RespostaAsync(string credencial)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credencial);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
