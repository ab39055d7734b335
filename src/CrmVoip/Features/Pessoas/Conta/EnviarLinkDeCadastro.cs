using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Mail;
using CrmVoip.Text;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Mails who signed up the link that goes on, or, to an address with an account, that it has one. Comes back to forget the sign-up.</summary>
public sealed class EnviarLinkDeCadastro(
    UserManager<Usuario> usuarios,
    ContasDbContext db,
    ProvaDeEndereco provas,
    CotaDeCorreio cota,
    ICorreio correio,
    IOptions<OpcoesDoProvedor> opcoes,
    TimeProvider relogio) : ITrabalho
{
    public static string Tipo => "enviar-link-de-cadastro";

    public static bool Lento => true;

    public static bool DaConta => true;

    public static int TentativasMaximo => ICorreio.TentativasMaximo;

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        if (await db.PedidosDeConta.SingleOrDefaultAsync(p => p.Id == linhaId, ct) is not { } pedido)
        {
            return Desfecho.Feito;
        }

        var resta = pedido.CriadoEm + PedidoDeConta.Validade - relogio.GetUtcNow();
        if (resta <= TimeSpan.Zero)
        {
            return await EsquecerAsync(pedido, ct);
        }

        // Tried again, it was counted by the first try.
        if (pedido.EnviadoEm is null && (tentativa > 1 || await cota.GastarDoEnderecoAsync(pedido.Email, ct)))
        {
            var temConta = await usuarios.FindByEmailAsync(pedido.Email) is not null;
            await correio.EnviarAsync(temConta ? JaTemConta(pedido) : Link(pedido), ct);
            if (temConta)
            {
                return await EsquecerAsync(pedido, ct);
            }

            pedido.EnviadoEm = relogio.GetUtcNow();
            await db.SaveChangesAsync(ct);
        }

        return Desfecho.DeNovoEm(resta);
    }

    private async Task<Desfecho> EsquecerAsync(PedidoDeConta pedido, CancellationToken ct)
    {
        db.Remove(pedido);
        await db.SaveChangesAsync(ct);
        return Desfecho.Feito;
    }

    private Mensagem Link(PedidoDeConta pedido) => new(
        pedido.Email,
        "Termine seu cadastro no CrmVoip",
        $"""
        Olá, {pedido.Nome.EmUmaLinha()}.

        Para criar a organização {pedido.Organizacao.EmUmaLinha()} no CrmVoip, abra este endereço em até 24 horas e escolha sua senha:

        {Endereco($"criar/{pedido.Id}/{provas.DoPedido(pedido)}")}

        Se não foi você que pediu, ignore esta mensagem: sem o endereço acima nenhuma conta é criada.
        """);

    private Mensagem JaTemConta(PedidoDeConta pedido) => new(
        pedido.Email,
        "Você já tem conta no CrmVoip",
        $"""
        Alguém pediu para criar uma conta no CrmVoip com este e-mail, que já tem uma.

        Se foi você, entre em {Endereco("entrar")} e crie a organização com a conta que já tem. Esqueceu a senha? Peça um link em {Endereco("recuperar")}.

        Se não foi você, ignore esta mensagem: nada mudou na sua conta.
        """);

    private string? Endereco(string tela) => opcoes.Value.Endereco($"/conta/{tela}");
}
