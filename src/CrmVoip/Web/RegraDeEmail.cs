using System.Net.Mail;
using CrmVoip.Text;
using FluentValidation;

namespace CrmVoip.Web;

/// <summary>What every form takes for an e-mail address.</summary>
public static class RegraDeEmail
{
    public const int Maximo = 254;

    public static void EmailExigido<T>(this IRuleBuilderInitial<T, string?> regra) => regra.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Informe o e-mail.")
        .Ate(Maximo)
        .Must(texto => MailAddress.TryCreate(Digitado.Limpar(texto), out var endereco) && endereco.Address == Digitado.Limpar(texto))
        .WithMessage("Isto não é um e-mail, como ana@empresa.com.br.");
}
