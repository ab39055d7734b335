using System.Text.RegularExpressions;
using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

public sealed class AccountTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const string Senha = "girassol na janela azul";

    [Fact]
    public Task Somebody_new_makes_an_organization_is_told_what_to_do_next_and_comes_back_later() => ComProvasAsync(async () =>
    {
        var pagina = (await AbrirAsync()).Pagina;
        var marca = Guid.NewGuid().ToString("N")[..8];
        var cadastro = new CadastroPagina(pagina);
        await cadastro.AbrirAsync();
        await cadastro.PreencherAsync("Rita Campos", $"rita-{marca}@vento.example", "senha1234567", $"Pães & Cia São João {marca}");
        await Expect(cadastro.Endereco).ToHaveValueAsync($"paes-cia-sao-joao-{marca}");

        await cadastro.CriarAsync();
        await Expect(pagina.GetByText("Esta senha é fácil de adivinhar.")).ToBeVisibleAsync();
        await Expect(cadastro.Endereco).ToHaveValueAsync($"paes-cia-sao-joao-{marca}");
        await cadastro.Senha.FillAsync(Senha);
        await cadastro.BotaoDoOlho.ClickAsync();
        await Expect(cadastro.Senha).ToHaveAttributeAsync("type", "text");
        await cadastro.CriarAsync();

        await new QuadroPagina(pagina).EsperarAsync();
        await Expect(pagina).ToHaveURLAsync(new Regex($"/o/paes-cia-sao-joao-{marca}/oportunidades$"));
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Nenhuma oportunidade aberta" })).ToBeVisibleAsync();
        await Expect(pagina.GetByRole(AriaRole.Link, new() { Name = "Conectar a API4COM" })).ToBeVisibleAsync();
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Criar oportunidade" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Dialog).GetByLabel("Título")).ToBeVisibleAsync();

        await SairAsync(pagina);
        await new EntrarPagina(pagina).EntrarAsync($"rita-{marca}@vento.example", Senha);
    });

    [Fact]
    public Task Somebody_changes_the_password_and_signs_out_everywhere() => ComProvasAsync(async () =>
    {
        const string Nova = "canoa verde no rio calmo";
        var pagina = (await AbrirAsync()).Pagina;
        var email = $"rita-{Guid.NewGuid():N}@vento.example";
        var cadastro = new CadastroPagina(pagina);
        await cadastro.AbrirAsync();
        await cadastro.PreencherAsync("Rita Campos", email, Senha, $"Vento {Guid.NewGuid():N}"[..30]);
        await cadastro.CriarAsync();
        await new QuadroPagina(pagina).EsperarAsync();
        var outra = (await AbrirAsync()).Pagina;
        await new EntrarPagina(outra).EntrarAsync(email, Senha);

        await AbrirMenuAsync(pagina);
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Conta e senha" }).ClickAsync();
        await pagina.GetByLabel("Senha atual").FillAsync(Senha);
        await pagina.GetByLabel("Nova senha").FillAsync(Nova);
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Trocar senha" }).ClickAsync();
        await Expect(pagina.GetByText("Senha trocada. Os outros aparelhos precisam entrar de novo.")).ToBeVisibleAsync();
        await outra.ReloadAsync();
        await Expect(outra.GetByRole(AriaRole.Heading, new() { Name = "Entrar" })).ToBeVisibleAsync();

        await new EntrarPagina(outra).EntrarAsync(email, Nova);
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Sair de todos os aparelhos" }).ClickAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Sair de todos os aparelhos" }).ClickAsync();
        await Expect(pagina.GetByText("Você saiu de todos os aparelhos.")).ToBeVisibleAsync();
        await outra.ReloadAsync();
        await Expect(outra.GetByRole(AriaRole.Heading, new() { Name = "Entrar" })).ToBeVisibleAsync();
    });

    private static Task AbrirMenuAsync(IPage pagina) => pagina.GetByRole(AriaRole.Button, new() { Name = "Conta de Rita Campos" }).ClickAsync();

    private static async Task SairAsync(IPage pagina)
    {
        await pagina.Keyboard.PressAsync("Escape");
        await AbrirMenuAsync(pagina);
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Sair" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Entrar" })).ToBeVisibleAsync();
    }
}
