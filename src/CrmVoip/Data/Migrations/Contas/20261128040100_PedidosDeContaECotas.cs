using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Contas
{
    /// <summary>Sign-ups whose address is yet to be proven, and what may be done so many times a day.</summary>
    public partial class PedidosDeContaECotas : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cotas_do_dia",
                columns: table => new
                {
                    chave = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    dia = table.Column<DateOnly>(type: "date", nullable: false),
                    quantas = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cotas_do_dia", x => new { x.dia, x.chave });
                });

            migrationBuilder.CreateTable(
                name: "pedidos_de_conta",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    nome = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    organizacao = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    slug = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    criado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    enviado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pedidos_de_conta", x => x.id);
                });

            migrationBuilder.Conceder("crm_auth", "select, insert, update, delete", "cotas_do_dia", "pedidos_de_conta");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cotas_do_dia");

            migrationBuilder.DropTable(
                name: "pedidos_de_conta");
        }
    }
}
