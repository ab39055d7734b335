using CrmVoip.Domain;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Conta;

/// <summary>Makes an account. Whoever calls it signs the person in.</summary>
public sealed class CriarConta(UserManager<Usuario> usuarios, RegistroDeConta registro)
{
    /// <returns>The account, or what stands in the way, per field of NovaContaForm.</returns>
    public async Task<(Usuario? Usuario, IReadOnlyList<(string Campo, string Mensagem)> Erros)> ExecutarAsync(NovaContaForm form, CancellationToken ct)
    {
        var email = form.Email!.Trim().ToLowerInvariant();
        var usuario = new Usuario { Nome = form.Nome!.Trim(), Email = email, UserName = email };
        var resultado = await usuarios.CreateAsync(usuario, form.Senha!);
        if (!resultado.Succeeded)
        {
            return (null, [.. resultado.Errors.Select(e => CampoDe(e)).DistinctBy(e => e.Campo)]);
        }

        await registro.GravarAsync(usuario.Id, Acoes.Conta.Criada, ct);
        return (usuario, []);
    }

    private static (string Campo, string Mensagem) CampoDe(IdentityError erro) =>
        erro.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)
            ? (nameof(NovaContaForm.Email), "Já existe uma conta com este e-mail. Entre com ela.")
            : erro.Code.StartsWith("Password", StringComparison.Ordinal)
                ? (nameof(NovaContaForm.Senha), erro.Description)
                : (nameof(NovaContaForm.Email), "Este e-mail não pode ser usado.");
}
