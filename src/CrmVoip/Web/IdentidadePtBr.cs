using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Web;

/// <summary>Identity's messages. A test holds it to all of them: no English reaches a screen.</summary>
public sealed class IdentidadePtBr : IdentityErrorDescriber
{
    private const string EmailEmUso = "Já existe uma conta com este e-mail.";
    private const string EmailInvalido = "Este e-mail não pode ser usado.";
    private const string SemPapeis = "Os papéis ficam em cada organização.";

    public override IdentityError DefaultError() => Erro(nameof(DefaultError), "Não foi possível. Tente de novo.");

    public override IdentityError ConcurrencyFailure() => Erro(nameof(ConcurrencyFailure), "A conta mudou enquanto isso. Tente de novo.");

    public override IdentityError PasswordMismatch() => Erro(nameof(PasswordMismatch), "A senha não confere.");

    public override IdentityError InvalidToken() => Erro(nameof(InvalidToken), "Este link não vale mais. Peça outro.");

    public override IdentityError RecoveryCodeRedemptionFailed() => Erro(nameof(RecoveryCodeRedemptionFailed), "Este código não vale.");

    public override IdentityError LoginAlreadyAssociated() => Erro(nameof(LoginAlreadyAssociated), EmailEmUso);

    public override IdentityError InvalidUserName(string? userName) => Erro(nameof(InvalidUserName), EmailInvalido);

    public override IdentityError InvalidEmail(string? email) => Erro(nameof(InvalidEmail), EmailInvalido);

    public override IdentityError DuplicateUserName(string userName) => Erro(nameof(DuplicateUserName), EmailEmUso);

    public override IdentityError DuplicateEmail(string email) => Erro(nameof(DuplicateEmail), EmailEmUso);

    public override IdentityError InvalidRoleName(string? role) => Erro(nameof(InvalidRoleName), SemPapeis);

    public override IdentityError DuplicateRoleName(string role) => Erro(nameof(DuplicateRoleName), SemPapeis);

    public override IdentityError UserAlreadyHasPassword() => Erro(nameof(UserAlreadyHasPassword), "A conta já tem uma senha.");

    public override IdentityError UserLockoutNotEnabled() => Erro(nameof(UserLockoutNotEnabled), "Esta conta não é bloqueada por tentativas.");

    public override IdentityError UserAlreadyInRole(string role) => Erro(nameof(UserAlreadyInRole), SemPapeis);

    public override IdentityError UserNotInRole(string role) => Erro(nameof(UserNotInRole), SemPapeis);

    public override IdentityError PasswordTooShort(int length) =>
        Erro(nameof(PasswordTooShort), $"Use {length} caracteres ou mais. Uma frase funciona bem.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Erro(nameof(PasswordRequiresUniqueChars), $"Use pelo menos {uniqueChars} caracteres diferentes.");

    public override IdentityError PasswordRequiresNonAlphanumeric() => Erro(nameof(PasswordRequiresNonAlphanumeric), "Use pelo menos um símbolo.");

    public override IdentityError PasswordRequiresDigit() => Erro(nameof(PasswordRequiresDigit), "Use pelo menos um número.");

    public override IdentityError PasswordRequiresLower() => Erro(nameof(PasswordRequiresLower), "Use pelo menos uma letra minúscula.");

    public override IdentityError PasswordRequiresUpper() => Erro(nameof(PasswordRequiresUpper), "Use pelo menos uma letra maiúscula.");

    private static IdentityError Erro(string codigo, string mensagem) => new() { Code = codigo, Description = mensagem };
}
