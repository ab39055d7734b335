using System.Buffers.Text;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Fatores;

public sealed record ChaveNaLista(string Id, string Nome, DateTimeOffset CriadaEm, DateTimeOffset? UsadaEm);

/// <summary>The passkeys of an account: made, named, removed by its person.</summary>
public sealed class ChavesDaConta(
    SignInManager<Usuario> signIn, UserManager<Usuario> usuarios, ContasDbContext db, RegistroDeConta registro, IHttpContextAccessor contexto)
{
    public const int Maximo = 20;
    private const string SemNome = "Chave de acesso";

    public async Task<IReadOnlyList<ChaveNaLista>> ListarAsync(Usuario usuario, CancellationToken ct)
    {
        var usos = await db.ChavesDeAcesso.Where(c => c.UserId == usuario.Id).Select(c => new { c.CredentialId, c.UsadaEm }).ToListAsync(ct);
        return
        [
            .. from chave in await usuarios.GetPasskeysAsync(usuario)
               orderby chave.CreatedAt
               select new ChaveNaLista(
                   Base64Url.EncodeToString(chave.CredentialId),
                   chave.Name ?? SemNome,
                   chave.CreatedAt,
                   usos.Find(u => u.CredentialId.SequenceEqual(chave.CredentialId))?.UsadaEm),
        ];
    }

    public Task<string> OpcoesAsync(Usuario usuario) => signIn.MakePasskeyCreationOptionsAsync(
        new PasskeyUserEntity { Id = usuario.Id.ToString(), Name = usuario.Email!, DisplayName = usuario.Nome });

    /// <returns>Null: it is kept.</returns>
    public async Task<Recusa?> IncluirAsync(Usuario usuario, string? credencial, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(credencial))
        {
            return Recusa.SemCampo("A chave de acesso não foi criada.");
        }

        if ((await usuarios.GetPasskeysAsync(usuario)).Count >= Maximo)
        {
            return Recusa.SemCampo($"Sua conta já tem {Maximo} chaves. Remova uma que não usa mais.");
        }

        if (await RespostaAsync(credencial) is not { Succeeded: true } resposta || resposta.UserEntity.Id != usuario.Id.ToString())
        {
            return Recusa.SemCampo("A chave de acesso não foi aceita. Tente de novo.");
        }

        resposta.Passkey.Name = (AgenteEmPalavras.De(contexto.DeOnde().Agente) ?? SemNome).Cortado(ChaveDeAcesso.NomeMaximo);
        var guardada = await usuarios.AddOrUpdatePasskeyAsync(usuario, resposta.Passkey);
        if (!guardada.Succeeded)
        {
            return Recusa.SemCampo(guardada.Errors.First().Description);
        }

        await registro.GravarAsync(usuario.Id, Acoes.Conta.ChaveIncluida, ct);
        return null;
    }

    public async Task<bool> RenomearAsync(Usuario usuario, string id, string nome)
    {
        if (await AcharAsync(usuario, id) is not { } chave)
        {
            return false;
        }

        chave.Name = nome.Trim();
        return (await usuarios.AddOrUpdatePasskeyAsync(usuario, chave)).Succeeded;
    }

    public async Task<bool> RemoverAsync(Usuario usuario, string id, CancellationToken ct)
    {
        if (await AcharAsync(usuario, id) is not { } chave)
        {
            return false;
        }

        await usuarios.RemovePasskeyAsync(usuario, chave.CredentialId);
        await registro.GravarAsync(usuario.Id, Acoes.Conta.ChaveRemovida, ct);
        return true;
    }

    public async Task<UserPasskeyInfo?> AcharAsync(Usuario usuario, string id) =>
        Base64Url.IsValid(id) ? await usuarios.GetPasskeyAsync(usuario, Base64Url.DecodeFromChars(id)) : null;

    private async Task<PasskeyAttestationResult?> RespostaAsync(string credencial)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credencial);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
