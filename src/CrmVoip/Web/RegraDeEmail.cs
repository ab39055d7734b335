using System.Net.Mail;
using CrmVoip.Text;
using FluentValidation;

namespace CrmVoip.Web;

/// <summary>What every form takes for an e-mail address.</summary>
public static class RegraDeEmail
{
    public const int Maximo = 254;
    private const string NaoE = "Isto não é um e-mail, como ana@empresa.com.br.";

    public static void EmailExigido<T>(this IRuleBuilderInitial<T, string?> regra) => regra.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Informe o e-mail.")
        .Ate(Maximo)
        .Must(EhEmail).WithMessage(NaoE);

    public static void EmailSeHouver<T>(this IRuleBuilder<T, string?> regra) => regra
        .Ate(Maximo)
        .Must(texto => string.IsNullOrWhiteSpace(texto) || EhEmail(texto)).WithMessage(NaoE);

    private static bool EhEmail(string? texto) => MailAddress.TryCreate(Digitado.Limpar(texto), out var endereco) && endereco.Address == Digitado.Limpar(texto);
}
