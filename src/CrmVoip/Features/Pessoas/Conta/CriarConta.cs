using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>What is known of a new account besides its form: the organization it is for, and whether its address is proven.</summary>
public sealed record NovaConta(string Organizacao, bool EmailProvado);

/// <summary>Why there is no account, per field of NovaContaForm.</summary>
public sealed record ContaRecusada(IReadOnlyList<Recusa> Campos) : Recusa(422, "conta_recusada", Campos[0].Mensagem, Campo: Campos[0].Campo)
{
    public override IReadOnlyList<Recusa> Cada() => Campos;
}

/// <summary>Makes an account. Whoever calls it signs the person in.</summary>
public sealed class CriarConta(UserManager<Usuario> usuarios, ContasDbContext db, ContextoDaSenha contexto, RegistroDeConta registro)
{
    private static readonly Recusa _jaExiste = Recusa.DoCampo(nameof(NovaContaForm.Email), "Já existe uma conta com este e-mail. Entre com ela.");

    public async Task<Resultado<Usuario>> ExecutarAsync(NovaContaForm form, NovaConta nova, CancellationToken ct)
    {
        var email = Digitado.Limpar(form.Email).ToLowerInvariant();
        var usuario = new Usuario { Nome = form.Nome!.SemPontas(), Email = email, UserName = email, EmailConfirmed = nova.EmailProvado };
        contexto.Conhecer(nova.Organizacao);
        try
        {
            var resultado = await usuarios.CreateAsync(usuario, form.Senha!);
            if (!resultado.Succeeded)
            {
                return new ContaRecusada([.. resultado.Errors.Select(NoCampo).DistinctBy(e => e.Campo)]);
            }
        }
        catch (DbUpdateException erro) when (erro.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Two at once with the same e-mail: both passed Identity's own look, the index lets one in.
            db.ChangeTracker.Clear();
            return _jaExiste;
        }

        await registro.GravarAsync(usuario.Id, Acoes.Conta.Criada, ct);
        return usuario;
    }

    private static Recusa NoCampo(IdentityError erro) =>
        erro.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)
            ? _jaExiste
            : erro.Code.StartsWith("Password", StringComparison.Ordinal)
                ? Recusa.DoCampo(nameof(NovaContaForm.Senha), erro.Description)
                : Recusa.DoCampo(nameof(NovaContaForm.Email), "Este e-mail não pode ser usado.");
}
