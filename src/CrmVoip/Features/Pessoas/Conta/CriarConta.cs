using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>What is known of a new account besides its form: the organization it is for, and whether its address is proven.</summary>
public sealed record NovaConta(string Organizacao, bool EmailProvado);

/// <summary>Makes an account. Whoever calls it signs the person in.</summary>
public sealed class CriarConta(UserManager<Usuario> usuarios, ContasDbContext db, ContextoDaSenha contexto, RegistroDeConta registro)
{
    private static readonly (string Campo, string Mensagem) _jaExiste =
        (nameof(NovaContaForm.Email), "Já existe uma conta com este e-mail. Entre com ela.");

    /// <returns>The account, or what stands in the way, per field of NovaContaForm.</returns>
    public async Task<(Usuario? Usuario, IReadOnlyList<(string Campo, string Mensagem)> Erros)> ExecutarAsync(NovaContaForm form, NovaConta nova, CancellationToken ct)
    {
        var email = Digitado.Limpar(form.Email).ToLowerInvariant();
        var usuario = new Usuario { Nome = form.Nome!.SemPontas(), Email = email, UserName = email, EmailConfirmed = nova.EmailProvado };
        contexto.Conhecer(nova.Organizacao);
        try
        {
            var resultado = await usuarios.CreateAsync(usuario, form.Senha!);
            if (!resultado.Succeeded)
            {
                return (null, [.. resultado.Errors.Select(CampoDe).DistinctBy(e => e.Campo)]);
            }
        }
        catch (DbUpdateException erro) when (erro.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Two at once with the same e-mail: both passed Identity's own look, the index lets one in.
            db.ChangeTracker.Clear();
            return (null, [_jaExiste]);
        }

        await registro.GravarAsync(usuario.Id, Acoes.Conta.Criada, ct);
        return (usuario, []);
    }

    private static (string Campo, string Mensagem) CampoDe(IdentityError erro) =>
        erro.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)
            ? _jaExiste
            : erro.Code.StartsWith("Password", StringComparison.Ordinal)
                ? (nameof(NovaContaForm.Senha), erro.Description)
                : (nameof(NovaContaForm.Email), "Este e-mail não pode ser usado.");
}
